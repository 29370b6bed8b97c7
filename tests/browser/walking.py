"""What walks through pages share: signing in, going by keyboard, and what is wrong with a page at its widths."""

from __future__ import annotations

from django.conf import settings

from tests.web.cast import browser_of

from .axe import violations


def sign_in(page, live_server, person):
    """From here on the browser is this person's."""
    cookie = browser_of(person).cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}])


def tab_to(page, selector, most=150):
    """Press Tab until the focus stands on something."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"no way by keyboard to {selector}")


def faults_at(page, path, widths=(320, 1280)):
    """What is wrong with a page, opened once with all its parts unfolded: its widths, and the rules of axe."""
    page.set_viewport_size({"width": widths[0], "height": 800})
    page.goto(path)
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    found = violations(page)
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        wide = page.evaluate("document.documentElement.scrollWidth")
        found += [f"{wide} wide at {width}"] if wide > width else []
    return found
