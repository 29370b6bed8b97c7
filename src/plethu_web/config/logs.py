"""What is logged: warnings and errors, never a query string and never a private link."""

from __future__ import annotations

import logging
import re
from typing import Any

# After the ? of an address stand answers and search words; a long mixed part of a path is a token.
_QUERY = re.compile(r"(?<=[\w/\-.])\?[^\s\"'<>]+")
_TOKEN = re.compile(r"(?<=/)(?=[A-Za-z_-]*\d|[a-z0-9_-]*[A-Z])[A-Za-z0-9_-]{16,}(?=[/\s\"'?.,:;)]|$)")
# The codes and links of a workshop stand at known places; codes are short, and a link can by chance be all letters.
_KEY = re.compile(r"(?<=/)((?:room/enter|room|workshops/(?:register|yours))/)(?!enter/)[A-Za-z0-9_-]{8,}")

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
LONGEST_LINE = 200


def without_secrets(text: str) -> str:
    """The text with query strings cut and tokens in paths blotted out."""
    return _TOKEN.sub("[private]", _KEY.sub(r"\1[private]", _QUERY.sub("?[cut]", text)))


class PrivateFormatter(logging.Formatter):
    """Formats a record as usual, then takes out what is nobody's business, tracebacks included."""

    def format(self, record: logging.LogRecord) -> str:
        return without_secrets(super().format(record))


class ShortFormatter(PrivateFormatter):
    """One short line without a traceback, for what anybody can cause with a request."""

    def format(self, record: logging.LogRecord) -> str:
        record = logging.makeLogRecord({**record.__dict__, "exc_info": None, "exc_text": None, "stack_info": None})
        return " ".join(super().format(record).split())[:LONGEST_LINE]


CONFIGURATION: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "private": {"()": PrivateFormatter, "format": _FORMAT},
        "short": {"()": ShortFormatter, "format": _FORMAT},
    },
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "private"},
        "line": {"class": "logging.StreamHandler", "formatter": "short"},
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "django.request": {"level": "ERROR"},  # not what visitors mistype
        "django.security": {"handlers": ["line"], "level": "WARNING", "propagate": False},
        "django.server": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
    },
}
