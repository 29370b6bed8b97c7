"""The one letter of this app: a sender's own link, where they gave an address of e-mail."""

from __future__ import annotations

import logging

from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.core.validators import validate_email
from django.template.loader import render_to_string
from django.utils import translation

from plethu_web.accounts.models import User

log = logging.getLogger(__name__)


def send_link(sender: User | None, link: str) -> bool:
    """Send the link; whether a letter went out. Nothing that the sender wrote stands in it, nor a name.

    A mail server that does not answer must not undo the sending: the page shows the link as well.
    """
    if sender is None or not is_address(sender.contact):
        return False
    with translation.override(sender.language):
        subject = render_to_string("calls/link_email_subject.txt").strip()
        body = render_to_string("calls/link_email.txt", {"link": link})
    try:
        send_mail(subject, body, None, [sender.contact])
    except OSError as error:  # smtplib's errors are some of these
        log.warning("a sender's link could not be sent: %s", type(error).__name__)
        return False
    return True


def is_address(contact: str) -> bool:
    """Whether one can write an e-mail to it."""
    try:
        validate_email(contact)
    except ValidationError:
        return False
    return True
