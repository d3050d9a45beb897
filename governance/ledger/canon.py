"""One written form for every body, and commitments to what is not told."""

import hashlib
import json
import unicodedata
from typing import Any

CHAIN = "utblick"


class NotCanonical(ValueError):
    """A body that would not have exactly one written form."""


def _plain(value: Any) -> Any:
    """Return ``value`` in NFC. Raises NotCanonical for what has more than one written form."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str) and "\x00" not in value:
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        for key in value:
            if not (isinstance(key, str) and key.isascii() and key and key == key.lower()):
                raise NotCanonical(f"key {key!r}")
        return {key: _plain(item) for key, item in value.items()}
    raise NotCanonical(f"value {value!r}")


def canonical(body: dict[str, Any]) -> str:
    """Return the one way to write ``body``: sorted keys, no spaces, NFC, no floats."""
    return json.dumps(_plain(body), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def commitment(salt: bytes, value: str) -> str:
    """Return what binds us to ``value`` without telling it, in hexadecimals."""
    return hashlib.sha256(salt + value.encode()).hexdigest()
