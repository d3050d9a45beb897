"""Fetch what we vendor, check its hash, lay it out. Run by a person when upgrading, never in CI.

    python3 deploy/vendor.py

Needs npm on PATH. To add an icon, put an empty <symbol id="its-name"></symbol> in img/icons.svg
and run this: the sprite is drawn anew.
"""

from __future__ import annotations

import base64
import hashlib
import re
import statistics
import subprocess
import tarfile
import tempfile
from pathlib import Path

STATIC = Path(__file__).resolve().parent.parent / "stadsinternationell" / "static"
VENDOR = STATIC / "vendor"
PACKAGES = {
    "htmx.org@4.0.1": (
        "oF7JgXhDW9UXCy/k1ZYFUQgzu/rm19ORWPSPNL91vPluB2PB9+MV55tyQdH/w7o2EAbTYUG5SDW1R60mdkdqGg=="
    ),
    "@digdir/designsystemet-css@1.22.0": (
        "f/+YOK1Gvl7ypdeRh0TDGs28eu8DkOPDAR+T8yLpnys9FxNWX05UNuhXJwYwRuzF9WUgjAhpJ5JKdodTDxWMEA=="
    ),
    "lucide-static@1.62.0": (
        "WBZA/m2PvkFpMGHDtsBck5P2A9G4ehLlYu4GwwICcmEm1BvYVgj00lCDxKRWLlbMlOibLaiwdQ88G5pHkSWgwA=="
    ),
}
FILES = {
    "htmx.org@4.0.1": {
        "dist/htmx.min.js": "htmx-4.0.1.min.js",
        "LICENSE": "htmx-LICENSE.txt",
    },
    "@digdir/designsystemet-css@1.22.0": {
        "dist/src/index.css": "designsystemet-1.22.0.css",
    },
    "lucide-static@1.62.0": {"LICENSE": "lucide-LICENSE.txt"},
}
# Of Designsystemet's components, those that our pages use. A browser tries every rule on every part
# of a page, each time the focus moves.
COMPONENTS = {"alert", "button", "error-summary", "field", "input", "table"}
SPRITE_HEAD = '<!-- Lucide 1.62.0, ISC (vendor/lucide-LICENSE.txt); "bang" is our own. -->'
SOURCE_MAP = re.compile(rb"\n?//# sourceMappingURL=\S+\s*$")


class WrongHash(Exception):
    """The registry handed out something else than what was reviewed."""


def fetch(package: str, into: Path) -> Path:
    """Download one package by npm and return its file, once its hash is right."""
    command = ["npm", "pack", package, "--silent", "--pack-destination", str(into)]
    name = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1]
    file = into / Path(name).name
    found = base64.b64encode(hashlib.sha512(file.read_bytes()).digest()).decode()
    if found != PACKAGES[package]:
        raise WrongHash(f"{package}: sha512-{found}")
    return file


def take(archive: tarfile.TarFile, path: str) -> bytes:
    """Return one file of a package, without its pointer to a source map."""
    member = archive.extractfile(f"package/{path}")
    if member is None:
        raise FileNotFoundError(path)
    return SOURCE_MAP.sub(b"", member.read())


def used(sheet: str) -> str:
    """Return Designsystemet's stylesheet without the components that we do not use.

    It is a row of blocks, each a component's own: the one whose class stands in it most often.
    """
    kept, start, depth = "", 0, 0
    for sign in re.finditer("[{};]", sheet):
        depth += {"{": 1, "}": -1, ";": 0}[sign[0]]
        if depth or sign[0] == "{":
            continue
        block, start = sheet[start : sign.end()], sign.end()
        classes = re.findall(r"\.ds-([a-z-]+)", block)
        if not block.startswith("@layer ds.components{") or (
            classes and statistics.mode(classes) in COMPONENTS
        ):
            kept += block
    return kept


def rebuild_sprite(archive: tarfile.TarFile, sprite: Path) -> None:
    """Draw the sprite anew from the package, keeping its names and our own symbols."""
    symbols = re.findall(r'<symbol id="([^"]+)".*?</symbol>', sprite.read_text("utf-8"))
    own = re.search(r'<symbol id="bang".*?</symbol>', sprite.read_text("utf-8"))
    lines = ['<svg xmlns="http://www.w3.org/2000/svg">', SPRITE_HEAD]
    for name in sorted(set(symbols) - {"bang"}):
        drawing = take(archive, f"icons/{name}.svg").decode()
        inner = re.search(r"<svg[^>]*>(.*)</svg>", re.sub(r"(?s)<!--.*?-->", "", drawing), re.S)
        body = " ".join(inner[1].split()) if inner else ""
        lines.append(f'<symbol id="{name}" viewBox="0 0 24 24">{body}</symbol>')
    lines += [own[0] if own else "", "</svg>"]
    sprite.write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    """Fetch every package and write its files."""
    with tempfile.TemporaryDirectory() as folder:
        for package, files in FILES.items():
            with tarfile.open(fetch(package, Path(folder))) as archive:
                for source, target in files.items():
                    file = VENDOR / target
                    file.write_bytes(take(archive, source))
                    if file.suffix == ".css":
                        file.write_text(used(file.read_text("utf-8")), "utf-8")
                if package.startswith("lucide"):
                    rebuild_sprite(archive, STATIC / "img" / "icons.svg")
            print(package)


if __name__ == "__main__":
    main()
