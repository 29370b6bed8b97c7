"""The one letter of this app: a participant's own link, where they gave an address of e-mail."""

from __future__ import annotations

import logging

from django.core.mail import send_mail
from django.template.loader import render_to_string

from plethu_web.calls.mail import is_address

log = logging.getLogger(__name__)


def send_own_link(address: str, link: str, title: str) -> bool:
    """Send the link in the language of the page; whether a letter went out. Nothing that they wrote stands in it.

    A mail server that does not answer must not undo the registration: the page shows the link as well.
    """
    if not is_address(address):
        return False
    subject = render_to_string("workshops/link_email_subject.txt", {"title": title}).strip()
    body = render_to_string("workshops/link_email.txt", {"link": link, "title": title})
    try:
        send_mail(" ".join(subject.split()), body, None, [address])
    except OSError as error:  # smtplib's errors are some of these
        log.warning("a participant's link could not be sent: %s", type(error).__name__)
        return False
    return True
