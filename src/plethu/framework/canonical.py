"""The one way in which an edition is written down, and the hash by which it is known."""

from __future__ import annotations

import hashlib

import msgspec

from plethu.framework.edition import Edition


def canonical(edition: Edition) -> bytes:
    """The one way in which an edition is written as JSON."""
    return msgspec.json.encode(edition)


def content_hash(edition: Edition) -> str:
    """SHA-256 of the canonical content without the hash itself, in hexadecimal."""
    return hashlib.sha256(canonical(msgspec.structs.replace(edition, hash=""))).hexdigest()
