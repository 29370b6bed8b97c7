"""Files of what was sent in: taken in whole, and deleted for good as soon as nothing names them any more."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from plethu_web import stored
from plethu_web.calls.models import SubmissionFile


@stored.names
def named_here() -> Iterable[str]:
    """The sums that this app has noted."""
    return SubmissionFile.objects.values_list("sha256", flat=True).distinct()


def forget(sums: Iterable[str]) -> None:
    """Delete these contents, but for those that a row of any app still names. Called after the rows are gone.

    Somebody may be sending the same content at this moment. It is put aside first and put back where their row has
    come meanwhile; a row that comes later still finds nothing, and `add_files` then says so.
    """
    wanted = set(sums)
    for sha256 in wanted - stored.used() if wanted else ():
        place = stored.path_of(sha256)
        aside = place.with_name(f"{sha256}.going")
        with suppress(FileNotFoundError):
            place.replace(aside)
            _settle(place, aside, sha256)


def is_there(sha256: str) -> bool:
    """Whether a content is kept."""
    return stored.path_of(sha256).exists()


def _settle(place: Path, aside: Path, sha256: str) -> None:
    if sha256 in stored.used():
        aside.replace(place)
    else:
        aside.unlink()
