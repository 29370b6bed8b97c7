"""Why no plan of groups can be made: which rules stand against each other, and where each is changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plethu.reporting.breakout_clashes import of_numbers, rule_in_words
from plethu.wording.problems import explanation
from plethu.workshop.breakouts.constraints import Clash, Rule
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.workshops.models import Plan
from plethu_web.workshops.opened import Opened
from plethu_web.workshops.queries import breakouts as queries


def clashes(found: Opened, plan: Plan) -> list[dict[str, Any]]:
    """Each reason with its heading; its wishes, if it is about some, each with the page where it is changed."""
    labels, ids = queries.labels_of(found.workshop), queries.ids_by_code(found.workshop)
    read = msgspec.convert(plan.certificate.get("clashes", ()), tuple[Clash, ...])
    shown = [_clash(found, plan, clash, labels, ids) for clash in read]
    if drop := msgspec.convert(plan.certificate.get("drop", ()), tuple[Rule, ...]):
        words = ngettext("It is enough to drop this:", "It is enough to drop these:", len(drop))
        shown.append({"words": words, "rules": [_rule(found, rule, labels, ids) for rule in drop]})
    return shown


def _clash(
    found: Opened, plan: Plan, clash: Clash, labels: Mapping[str, str], ids: Mapping[str, Any]
) -> dict[str, Any]:
    if clash.code != "rules-clash":
        return {"words": explanation(of_numbers(clash, queries.design_of(plan), ""), reading()), "rules": []}
    rules = [_rule(found, rule, labels, ids) for rule in clash.rules]
    words = ngettext("This cannot be kept:", "These cannot all be kept at once:", len(rules))
    return {"words": words, "rules": rules}


def _rule(found: Opened, rule: Rule, labels: Mapping[str, str], ids: Mapping[str, Any]) -> dict[str, Any]:
    """A wish in words. Whose it is may be changed on their page of the register, unless they withdrew since."""
    code = rule.people[0]
    words = rule_in_words(rule, labels, reading())
    name = labels.get(code, code)
    href = found.address("person", ids[code]) if code in ids else ""
    return {
        "words": words[:1].upper() + words[1:],
        "href": href,
        "link": _("Change it on the page of %(who)s") % {"who": name},
    }
