"""Hard rules that cannot all hold: which clash, and the fewest that have to go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import msgspec

from plethu.evidence.frozen import Frozen
from plethu.workshop.breakouts.instance import chosen_facilitators, make_instance, welsh_groups
from plethu.workshop.breakouts.people import Design, Person
from plethu.workshop.breakouts.seating import Outcome, seat_round

MOST_CLASHES = 12  # sets of clashing rules looked for
MOST_CHECKS = 600  # seatings tried in looking for them


class Rule(Frozen, frozen=True):
    """One wish that has to hold: `together` or `apart` with two people, `facilitates` or `welsh` with one.

    `group` is the number of the group that is facilitated, from 1.
    """

    kind: str
    people: tuple[str, ...]
    group: int = 0
    line: int = 0


class Clash(Frozen, frozen=True):
    """Rules that cannot all hold, each needed for that. Without rules it is the numbers: see `code`.

    `code`: rules-clash; or people-too-many, people-too-few with the first round (from 1) in which they are, the
    people there, and the fewest and most groups that would do in every round; or, where there are Welsh-medium groups,
    welsh-too-few, welsh-too-many, others-too-few, others-too-many with the people there who may sit in these groups, or
    who must, and the fewest and most people that those hold. not-found: no reason is known.
    """

    code: str
    rules: tuple[Rule, ...] = ()
    round: int = 0
    people: int = 0
    fewest: int = 0
    most: int = 0


class Impossible(Exception):
    """No plan keeps all hard rules. `drop` is a smallest set of rules without which there is one.

    Where the clashes are too many to name, only the first is there, and `drop` is enough, with none that could stay.
    """

    def __init__(self, clashes: Sequence[Clash], drop: Sequence[Rule] = ()) -> None:
        super().__init__(f"{len(clashes)} clashes")
        self.clashes, self.drop = tuple(clashes), tuple(drop)


def rules_of(people: Sequence[Person]) -> tuple[Rule, ...]:
    """All rules of a list, each once, in its order."""
    found: dict[Rule, Rule] = {}
    for p in people:
        for rule in _rules_of_one(p):
            found.setdefault(msgspec.structs.replace(rule, line=0, people=tuple(sorted(rule.people))), rule)
    return tuple(found.values())


def _rules_of_one(p: Person) -> Iterator[Rule]:
    for kind, others in (("together", p.together), ("apart", p.apart)):
        yield from (Rule(kind, (p.key, other), 0, p.line) for other in others)
    if p.facilitates > 0:
        yield Rule("facilitates", (p.key,), p.facilitates, p.line)
    if p.welsh == "wants":
        yield Rule("welsh", (p.key,), 0, p.line)


def with_rules(people: Sequence[Person], rules: Sequence[Rule]) -> tuple[Person, ...]:
    """The same people with these rules only."""
    pairs: dict[str, dict[str, list[str]]] = {"together": {}, "apart": {}}
    single: dict[str, set[str]] = {"facilitates": set(), "welsh": set()}
    for rule in rules:
        if rule.kind in pairs:
            pairs[rule.kind].setdefault(rule.people[0], []).append(rule.people[1])
        else:
            single[rule.kind].add(rule.people[0])
    return tuple(
        msgspec.structs.replace(
            p,
            together=tuple(pairs["together"].get(p.key, ())),
            apart=tuple(pairs["apart"].get(p.key, ())),
            facilitates=p.facilitates if p.key in single["facilitates"] or p.facilitates < 0 else 0,
            welsh="can" if p.welsh == "wants" and p.key not in single["welsh"] else p.welsh,
        )
        for p in people
    )


def check_rules(people: Sequence[Person], design: Design) -> None:
    """Raise Impossible if no plan can keep all hard rules, with what clashes and the least to drop."""
    if wrong := _numbers(people, design):
        raise Impossible([wrong])
    rules = rules_of(people)
    search = _Search(people, design)
    if wrong := _welsh_numbers(people, design):
        raise Impossible([wrong], search.welsh_to_drop(rules))
    if search.holds(rules):
        return
    if not search.holds(()):
        raise Impossible([Clash("not-found")])
    clashes: list[Clash] = []
    drop: tuple[Rule, ...] = ()
    while len(clashes) < MOST_CLASHES and search.checks < MOST_CHECKS:
        left = [rule for rule in rules if rule not in drop]
        if search.holds(left):
            raise Impossible(clashes, drop)
        core = search.core(left)
        clashes.append(Clash("rules-clash", core))
        drop = _fewest([clash.rules for clash in clashes])
    raise Impossible(clashes[:1], search.enough_to_drop(rules))


def _numbers(people: Sequence[Person], design: Design) -> Clash | None:
    """A round with too many or too few people for its groups."""
    there = [sum(p.is_there(r) for p in people) for r in range(1, design.rounds + 1)]
    fewest, most = -(-max(there) // design.largest), min(there) // design.smallest
    for r, n in enumerate(there, 1):
        if n > design.groups * design.largest:
            return Clash("people-too-many", (), r, n, fewest, most)
        if n < design.groups * design.smallest:
            return Clash("people-too-few", (), r, n, fewest, most)
    return None


def _welsh_numbers(people: Sequence[Person], design: Design) -> Clash | None:
    """A round in which those who may, or must, be in Welsh-medium groups are too few or too many for them."""
    medium, leads = welsh_groups(people, design), chosen_facilitators(people, design)
    others = design.groups - medium
    for r in range(1, design.rounds + 1) if medium else ():
        here = [p for p in people if p.is_there(r)]
        where = [_medium_or_not(p, leads.get(p.key, -1), medium) for p in here]
        inside, outside = where.count(True), where.count(False)
        for code, number, groups in (("welsh", inside, medium), ("others", outside, others)):
            fewest, most = groups * design.smallest, groups * design.largest
            if number + where.count(None) < fewest:
                return Clash(f"{code}-too-few", (), r, number + where.count(None), fewest, most)
            if number > most:
                return Clash(f"{code}-too-many", (), r, number, fewest, most)
    return None


def _medium_or_not(person: Person, group: int, medium: int) -> bool | None:
    """Whether a person has to be in a Welsh-medium group, or cannot be; None for either."""
    if group >= 0:
        return group < medium
    return None if person.welsh == "can" else person.welsh == "wants"


class _Search:
    """Which sets of rules hold, within a limit on how many are tried."""

    def __init__(self, people: Sequence[Person], design: Design) -> None:
        self.people, self.design, self.checks = people, design, 0

    def holds(self, rules: Sequence[Rule]) -> bool:
        """Whether every round can be seated; true as well where that was not found out."""
        self.checks += 1
        people = with_rules(self.people, rules)
        instance = make_instance(people, self.design)
        if _welsh_numbers(people, self.design) or any(set(apart) & {u} for u, apart in enumerate(instance.apart)):
            return False
        rounds = {tuple(there): r for r, there in enumerate(instance.present)}
        return all(seat_round(instance, r)[0] != Outcome.IMPOSSIBLE for r in rounds.values())

    def core(self, rules: Sequence[Rule]) -> tuple[Rule, ...]:
        """Rules that clash, none of which can be left out (unless the limit was met): halves first, then one by one."""
        kept, chunk = list(rules), max(1, len(rules) // 2)
        while True:
            at = 0
            while at < len(kept) and self.checks < MOST_CHECKS:
                less = kept[:at] + kept[at + chunk :]
                if less != kept and not self.holds(less):
                    kept = less
                else:
                    at += chunk
            if chunk == 1:
                return tuple(kept)
            chunk = max(1, chunk // 2)

    def welsh_to_drop(self, rules: Sequence[Rule]) -> tuple[Rule, ...]:
        """The wishes for Welsh that are enough to drop; none where that would not do."""
        ordered = sorted(rules, key=lambda rule: rule.kind == "welsh")
        return self.enough_to_drop(ordered) if self.holds([r for r in rules if r.kind != "welsh"]) else ()

    def enough_to_drop(self, rules: Sequence[Rule]) -> tuple[Rule, ...]:
        """Rules that are enough to drop and none of which could stay: where there are too many clashes to name."""
        kept: list[Rule] = []
        dropped: list[Rule] = []
        waiting = [list(rules)]
        while waiting:
            some = waiting.pop()
            if self.holds([*kept, *some]):
                kept += some
            elif len(some) == 1:
                dropped += some
            else:
                half = len(some) // 2
                waiting += [some[half:], some[:half]]
        return tuple(dropped)


def _fewest(sets: Sequence[Sequence[Rule]]) -> tuple[Rule, ...]:
    """A smallest set of rules with one of each clash in it."""
    everyone = list(dict.fromkeys(rule for rules in sets for rule in rules))
    for size in range(1, min(4, len(sets)) + 1):
        for chosen in combinations(everyone, size) if len(everyone) ** size < 300_000 else ():
            if all(set(rules) & set(chosen) for rules in sets):
                return chosen
    drop: list[Rule] = []
    for rules in sets:
        if not set(rules) & set(drop):
            drop.append(rules[0])
    return tuple(drop)
