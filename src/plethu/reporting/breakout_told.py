"""A plan of breakout groups in words, and as plain values for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from plethu.evidence.text import Language
from plethu.wording import say
from plethu.workshop.breakouts.bounds import best_bound
from plethu.workshop.breakouts.certificate import Certificate
from plethu.workshop.breakouts.companions import Without
from plethu.workshop.breakouts.instance import chosen_facilitators
from plethu.workshop.breakouts.numbers import Number
from plethu.workshop.breakouts.people import Design, Person
from plethu.workshop.breakouts.planning import Breakouts, Plan
from plethu.workshop.breakouts.quality import quality


def plan_values(plan: Plan) -> dict[str, Any]:
    """`rounds`, each with its `groups`, each with its `people`; and the `certificate`."""
    rounds = [
        {"round": r, "groups": [{"group": g, "people": list(group)} for g, group in enumerate(groups, 1)]}
        for r, groups in enumerate(plan.rounds, 1)
    ]
    return {"rounds": rounds, "certificate": certificate_values(plan.certificate)}


def certificate_values(certificate: Certificate) -> dict[str, Any]:
    """A certificate as plain values, its score among them."""
    score = certificate.score
    return {
        "people": certificate.people, "groups": certificate.groups, "rounds": certificate.rounds,
        "repeats": score.repeats, "coincidences": score.coincidences, "imbalance": score.imbalance,
        "sizes_off": score.sizes, "weights": certificate.weights, "repeat_weight": certificate.repeat_weight,
        "objective": certificate.objective, "bound": certificate.bound, "gap": certificate.gap,
        "bounds": [{"name": b.name, "measure": b.measure, "value": b.value} for b in certificate.bounds],
        "wished_pairs": certificate.wished_pairs, "welsh_groups": certificate.welsh_groups,
        "method": certificate.method, "seed": certificate.seed, "moves": certificate.moves,
    }  # fmt: skip


def breakouts_values(found: Breakouts, chosen: int = 0) -> dict[str, Any]:
    """The chosen plan, and under `choices` the others."""
    others = [plan_values(plan) for n, plan in enumerate(found.plans) if n != chosen]
    return {**plan_values(found.plans[chosen]), "choices": others}


def group_title(group: int, certificate: Certificate, language: Language) -> str:
    """The name of a group, counted from 1."""
    code = "breakout.group-welsh" if group <= certificate.welsh_groups else "breakout.group"
    return say(code, language, group=group)


def name_shown(key: str, facilitators: dict[str, int], language: Language) -> str:
    """A person as a sheet shows them."""
    return say("breakout.facilitator", language, name=key) if key in facilitators else key


def sheet(people: Sequence[Person], design: Design, plan: Plan, language: Language) -> Iterator[str]:
    """The lines of a sheet: each round with its groups, then how good the plan is, and how that was checked."""
    yield from group_lines(people, design, plan, language)
    yield from quality_lines(people, design, plan, language)
    yield from better_lines(people, design, plan, language)
    yield ""
    yield from proof_lines(plan, language)


def group_lines(people: Sequence[Person], design: Design, plan: Plan, language: Language) -> Iterator[str]:
    """Each round with its groups, each with its people."""
    leads = chosen_facilitators(people, design)
    for r, groups in enumerate(plan.rounds, 1):
        yield say("breakout.round", language, round=r)
        for g, group in enumerate(groups, 1):
            names = ", ".join(name_shown(key, leads, language) for key in group)
            yield f"  {group_title(g, plan.certificate, language)}: {names}"
        yield ""


def quality_lines(people: Sequence[Person], design: Design, plan: Plan, language: Language) -> Iterator[str]:
    """How good the plan is for those who are in it, in plain sentences."""
    made, seen = plan.certificate, quality(people, design, plan.rounds)
    sizes = [len(group) for groups in plan.rounds for group in groups]
    yield say("breakout.about", language, people=made.people, groups=made.groups, rounds=made.rounds)
    yield say("breakout.sizes", language, least=min(sizes), most=max(sizes))
    code = "breakout.repeats" if seen.again else "breakout.no-repeats"
    yield say(code, language, again=seen.again, pairs=seen.pairs, most=seen.most)
    if made.wished_pairs:
        yield say("breakout.wished", language, count=made.wished_pairs)
    yield from without_lines(seen.without, language)
    for attribute, groups in seen.uneven.items():
        values = {"attribute": attribute, "groups": groups, "all": seen.groups}
        yield say("breakout.uneven" if groups else "breakout.even", language, **values)


def better_lines(people: Sequence[Person], design: Design, plan: Plan, language: Language) -> Iterator[str]:
    """Whether there could be a better plan, and whether this one stays as good if people stay away or come late."""
    made = plan.certificate
    yield say(f"breakout.{'open' if made.gap else 'best'}{_kept(made)}", language)
    if made.method == "net" and not made.from_round and not quality(people, design, plan.rounds).again:
        yield say("breakout.repaired-net", language)


def without_lines(found: Sequence[Without], language: Language) -> Iterator[str]:
    """Who sits without somebody they are to be with, and when."""
    for each in found:
        rounds = ", ".join(map(str, each.rounds))
        yield say("breakout.without", language, one=each.key, other=each.other, rounds=rounds)


def proof_lines(plan: Plan, language: Language) -> Iterator[str]:
    """How the plan was made and checked: what its score is made of, and what no plan can be below."""
    made, score = plan.certificate, plan.certificate.score
    mixing = sum(weight * score.imbalance.get(name, 0) for name, weight in made.weights.items())
    again = made.repeat_weight * score.coincidences
    yield say("breakout.score", language, objective=made.objective, again=again, mixing=mixing, sizes=score.sizes)
    if made.gap:
        yield say("breakout.gap", language, bound=made.bound)
    names = "; ".join(say(f"breakout.bound.{name}", language) for name in _proofs(made))
    yield say(f"breakout.proved{_kept(made)}", language, bound=made.bound, names=names)
    how = {"method": say(f"breakout.method.{made.method}", language), "seed": made.seed, "moves": made.moves}
    yield say(f"breakout.made{_kept(made)}", language, **how, round=made.from_round)


def _kept(made: Certificate) -> str:
    """How codes end of what is true while nobody who has a seat is moved."""
    return "-kept" if made.from_round else ""


def _proofs(made: Certificate) -> list[str]:
    """The names of the bounds that say most."""
    most = {measure: best_bound(made.bounds, measure) for measure in ("coincidences", "mixing")}
    most["repeats"] = most["coincidences"]
    return list(dict.fromkeys(b.name for b in made.bounds if b.value and b.value == most[b.measure])) or ["zero"]


def choice_lines(found: Breakouts, language: Language) -> Iterator[str]:
    """The plans to choose from, a line each; nothing where there is one only."""
    for number, plan in enumerate(found.plans if len(found.plans) > 1 else (), 1):
        outside = sum(plan.score.imbalance.values())
        yield say("breakout.choice", language, number=number, repeats=plan.score.repeats, outside=outside)


def number_lines(
    people: int, rounds: int, numbers: Sequence[Number], sizes: tuple[int, int], language: Language
) -> Iterator[str]:
    """What each number of groups would mean."""
    yield say("breakout.numbers", language, people=people, rounds=rounds)
    for each in numbers:
        least, most = each.smallest, each.largest
        size = f"{least}-{most}" if most > least else str(least)
        verdict = say(f"breakout.verdict.{each.verdict}", language, rounds=each.rounds, repeats=each.repeats)
        yield f"  {say('breakout.number', language, groups=each.groups, sizes=size)}: {verdict}"
    if not numbers:
        yield say("breakout.numbers-none", language, smallest=sizes[0], largest=sizes[1], people=people)
