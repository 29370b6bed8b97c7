"""How the pages look and behave in a real browser: rules of accessibility, reflow, keyboard, print."""

from __future__ import annotations

import re

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from playwright.sync_api import expect

from plethu_web.pages import samples

from .axe import violations

LANGUAGES = ["en", "cy"]
PAGES = ["", "about/", "accessibility/", "privacy/", "gallery/", "no/such/page/"]
TARGETS = "a.button, button, .site-nav a, .site-footer li a, .option input, .pages a, summary, .back, .language a"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_the_rules_of_axe_hold(page, path, language, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(f"/{language}/{path}")
    assert violations(page) == []


def test_axe_sees_a_bad_page(page):
    page.set_content("<html><body><img src=x><p style='color:#bbb;background:#fff'>Pale</p></body></html>")
    assert {"image-alt", "color-contrast", "html-has-lang"} <= {rule for rule, *_ in violations(page)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wider_than_a_small_phone(page, path, language):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"/{language}/{path}")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_targets_are_large_enough(page):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("/cy/gallery/")
    boxes = page.locator(TARGETS).evaluate_all(
        "all => all.map(e => [e.outerHTML.slice(0, 80),"
        " (e.labels?.[0]?.parentElement ?? e).getBoundingClientRect().height])"
    )
    assert len(boxes) > 30
    assert [box for box in boxes if 0 < box[1] < 43.5] == []


def test_the_first_key_leads_past_the_navigation(page):
    page.goto("/en/about/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_focus_is_seen_and_never_trapped(page):
    page.goto("/en/gallery/")
    seen = []
    for _ in range(120):
        page.keyboard.press("Tab")
        here = page.evaluate(
            "(() => { const e = document.activeElement, s = getComputedStyle(e);"
            " return [e.outerHTML.slice(0, 90), s.outlineStyle, parseFloat(s.outlineWidth), e === document.body] })()"
        )
        if here[3]:
            break
        assert here[1] == "solid", here
        assert here[2] >= 3, here
        seen.append(here[0])
    assert any("Components" in text or "site-footer" in text or "gallery" in text for text in seen[-1:])


def test_the_switch_leads_to_the_same_page(page):
    page.goto("/en/gallery/?page=3")
    page.get_by_role("link", name="Cymraeg").click()
    expect(page).to_have_url(re.compile(r"/cy/gallery/\?page=3$"))
    expect(page.locator("html")).to_have_attribute("lang", "cy")


def test_browser_has_nothing_to_complain_of(page):
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto("/en/gallery/")
    assert said == []


def test_an_error_summary_takes_the_focus(page):
    page.goto("/en/")
    page.evaluate("document.querySelector('main').innerHTML = '<div class=\"error-summary\" tabindex=\"-1\">x</div>'")
    page.add_script_tag(url="/static/plethu/plethu.js")
    assert page.evaluate("document.activeElement.className") == "error-summary"


AROUND = (
    f"<h1>Result</h1><p>{'A line about the situation. ' * 12}</p>"
    "<div class='print-summary'><div class='lanes'>{}</div></div>"
    f"<div class='print-reasons'>{'<p>Reason</p>' * 200}</div>"
)


def full_result():
    """Lanes as full as the first edition could make them: 21 actions with long names."""
    names = [
        "Liaison or coordination roles and referral pathways between the sectors",
        "Pooling and sharing information",
    ]
    for lane in samples.LANES:
        cards = [
            {**samples.everything({})["lanes"][0]["cards"][number % 3], "name": names[number % 2]}
            for number in range({"now": 7, "next": 5, "later": 5, "keep-going": 4, "not-enough-evidence": 0}[lane[0]])
        ]
        yield render_to_string(
            "_components/lane.html", {"code": lane[0], "name": lane[1], "intro": lane[2], "cards": cards}
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_full_result_prints_on_one_side(page, language):
    page.goto(f"/{language}/")
    with translation.override(language):
        lanes = "".join(full_result())
    page.evaluate("html => { document.querySelector('main').innerHTML = html }", AROUND.format(lanes))
    assert sides(page) == 1
    page.evaluate("document.body.classList.add('with-reasons')")
    assert sides(page) > 1


def sides(page):
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True)))
