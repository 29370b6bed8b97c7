"""A call and things sent in through it, made as people make them, for the tests of calls. None of it is real."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from plethu_web.calls.actions import calls as actions
from plethu_web.calls.models import Call, Submission
from plethu_web.reviews.models import Review
from plethu_web.reviews.queries.reviews import hash_of
from plethu_web.reviews.roles import Role

from .cast import a_review, access_of, in_role

TOLD = {
    "kind": "case-study",
    "title": "The garden behind the hall",
    "story": "Neighbours dug up the car park and planted beans.",
    "links": "https://garden.example/story",
    "place_printed": "Tredegaer",
    "date_printed": "spring 2021",
    "involved": "A hall committee and a school",
    "outcome": "Forty beds.",
    "sectors": ["community", "council"],
    "written_in": "en",
}
ABOUT = {
    "route": "umbrella-body",
    "passed_on": "A newsletter",
    "agreed": "on",
    "leave": "on",
    "uses": ["quote"],
    "licence": "cc-by-4.0",
    "name": "Gwen Gardener",
    "contact": "gwen@example.org",
}


def words_of_a_call(**more: Any) -> actions.CallWords:
    """What a call says."""
    today = timezone.localdate()
    said: dict[str, Any] = {
        "title": "Tell us what happened",
        "title_cy": "Dywedwch wrthym beth a ddigwyddodd",
        "introduction": "We look for stories of people working together. Any format will do.",
        "introduction_cy": "Rydym yn chwilio am straeon am bobl yn cydweithio.",
        "contact": "Rhys, 029 0000 0000",
        "opens": today - timedelta(days=1),
        "closes": today + timedelta(days=30),
        "keep_months": 24,
        "contact_months": 6,
        "asks": ["place", "date", "involved", "outcome"],
        "licences": ["review-only", "cc-by-4.0"],
    }
    return actions.CallWords(**{**said, **more})


def a_call(review: Review | None = None, **more: Any) -> Call:
    """A call that is open, unless `more` says otherwise."""
    review = review or a_review()
    lead = in_role(review, Role.LEAD)
    return actions.make_call(by=lead, access=access_of(review, lead, "run-call"), words=words_of_a_call(**more))


def begun(call: Call, client: Client | None = None, **more: Any) -> str:
    """A draft; its key."""
    client = client or Client()
    once = re.search(r'name="once" value="([\w-]+)"', client.get(f"/en/call/{call.key}/tell/").content.decode())
    assert once
    response = client.post(f"/en/call/{call.key}/tell/", {**TOLD, "once": once[1], **more})
    assert response.status_code == 302, response.content.decode()
    return response["Location"].split("/")[4]


def sent(call: Call, *, about: dict[str, Any] | None = None, files: tuple[Any, ...] = (), **more: Any) -> str:
    """Something that was sent in; its key."""
    client = Client()
    token = begun(call, client, **more)
    if files:
        assert client.post(f"/en/call/yours/{token}/files/", {"file": list(files)}).status_code == 302
    assert client.post(f"/en/call/yours/{token}/about/", {**ABOUT, **(about or {})}).status_code == 302
    assert client.post(f"/en/call/yours/{token}/check/").status_code == 302
    return token


def row_of(token: str) -> Submission:
    """What a key opens."""
    return Submission.objects.get(token_hash=hash_of(token))


def a_file(name: str = "poster.pdf", content: bytes = b"%PDF-1.4 beans") -> SimpleUploadedFile:
    """A small file."""
    return SimpleUploadedFile(name, content)


def a_day(text: str) -> date:
    """A day."""
    return date.fromisoformat(text)
