"""Letters to participants: their own link, or the way back to it. Nothing that they wrote stands in one.

A mail server that does not answer must not undo anything: where a letter did not go out, the caller is told.
"""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from plethu_web.calls.mail import is_address
from plethu_web.pages.templatetags.plethu_texts import words
from plethu_web.workshops.models import Participant, Workshop
from plethu_web.workshops.queries.people import way_back_of

log = logging.getLogger(__name__)
# One after the other, beside the request: how long an answer takes must not tell whether an address is known.
_LATER = ThreadPoolExecutor(max_workers=1, thread_name_prefix="letters")


def goes_out() -> bool:
    """Whether letters leave this site: without a mail server they lie in a folder that only its keeper reads."""
    return not str(settings.EMAIL_BACKEND).endswith(("filebased.EmailBackend", "dummy.EmailBackend"))


def send_own_link(address: str, workshop: Workshop, link: str, key: str) -> bool:
    """Send somebody's own link and the same as a code, in the language of the page; whether a letter went out."""
    if not is_address(address) or not goes_out():
        return False
    return _send(address, *_letter("workshops/link_email", workshop, link=link, key=key))


def send_way_back(person: Participant, begin: str) -> None:
    """Send somebody a way to a new link, in their language, after the answer to this request has gone."""
    if is_address(person.contact.email) and goes_out():
        _LATER.submit(_send, person.contact.email, *_way_back(person, begin))


def send_way_back_now(person: Participant, begin: str) -> bool:
    """The same at once; whether it went out."""
    return is_address(person.contact.email) and _send(person.contact.email, *_way_back(person, begin))


def wait_for_letters() -> None:
    """Wait until the letters that were to be sent later are sent."""
    _LATER.submit(bool).result(timeout=60)


def _way_back(person: Participant, begin: str) -> tuple[str, str]:
    with translation.override(person.language):
        link = begin + reverse("workshops:again", args=[way_back_of(person)])
        return _letter("workshops/way_back_email", person.workshop, link=link)


def _letter(template: str, workshop: Workshop, **more: str) -> tuple[str, str]:
    context = {"workshop": workshop, "title": str(words(workshop.name)), **more}
    subject = render_to_string(f"{template}_subject.txt", context)
    return " ".join(subject.split()), render_to_string(f"{template}.txt", context)


def _send(address: str, subject: str, body: str) -> bool:
    try:
        send_mail(subject, body, None, [address])
    except OSError as error:  # smtplib's errors are some of these
        log.warning("a letter to a participant could not be sent: %s", type(error).__name__)
        return False
    return True
