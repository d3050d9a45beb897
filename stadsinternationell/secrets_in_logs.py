"""Nothing that opens a calendar stands in a log."""

from __future__ import annotations

import logging
import re

SECRET = re.compile(r"(/kalender/flode/)[^/\s\"']+")


class Masked(logging.Filter):
    """Write stars where an address holds a secret."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Mask the message, its arguments written into it."""
        said = record.getMessage()
        masked = SECRET.sub(r"\1***", said)
        if masked != said:
            record.msg, record.args = masked, ()
        return True
