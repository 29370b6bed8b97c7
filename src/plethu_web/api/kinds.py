"""What an edition holds, kind by kind: where each stands, and its entries as JSON, encoded once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plethu.evidence.cases import Authority, CaseStudy
from plethu.evidence.conditions import Condition, Dimension
from plethu.evidence.findings import Finding
from plethu.evidence.sources import Citation, GlossaryEntry, Query, Source
from plethu.evidence.strands import Criterion, ExtractionField, SearchStrategy, Strand
from plethu.evidence.text import Text
from plethu.framework import edition as parts
from plethu.framework.edition import Edition


class Kind(msgspec.Struct, frozen=True):
    """A kind of entry: its word in addresses, what an entry is, what it is about, and the field that names an entry."""

    path: str
    entry: type
    about: str | Promise
    key: str = "id"

    @property
    def field(self) -> str:
        """The field of the edition that holds the entries."""
        return self.path.replace("-", "_")


KINDS = (
    Kind("categories", parts.Category, _("The families of actions.")),
    Kind("actions", parts.Action, _("The framework’s things to do.")),
    Kind("practices", parts.Practice, _("Tangible forms of an action, tools and examples.")),
    Kind("concepts", parts.Concept, _("Features, factors, aims and outcomes of collaboration.")),
    Kind("dimensions", Dimension, _("What a situation is asked about, with the values to choose from.")),
    Kind("circumstances", parts.Circumstance, _("Goals, contexts and practices that relations point to.")),
    Kind("findings", Finding, _("Single statements of the evidence.")),
    Kind("relations", parts.Relation, _("How one action, goal or circumstance bears on another.")),
    Kind("tensions", parts.Tension, _("Findings that pull apart.")),
    Kind("stage-fit", parts.StageFit, _("At which stages of a collaboration an action suits."), "action"),
    Kind("difficulties", parts.Difficulty, _("What may be going wrong, and the findings that speak of it.")),
    Kind("sources", Source, _("Studies and reports, as CSL-JSON.")),
    Kind("citations", Citation, _("References as printed, and what they were resolved to.")),
    Kind("case-studies", CaseStudy, _("Descriptions of practice, with date and place.")),
    Kind("authorities", Authority, _("Council areas, with their place on the tile map."), "code"),
    Kind("strands", Strand, _("Bodies of evidence, and the flow of records through each.")),
    Kind("criteria", Criterion, _("What was included in the review and what was left out.")),
    Kind("extraction-fields", ExtractionField, _("What reviewers noted of each source.")),
    Kind("glossary", GlossaryEntry, _("Terms and what they mean.")),
    Kind("open-points", parts.OpenPoint, _("What the report leaves open, and what we decided.")),
    Kind("queries", Query, _("The editor’s desk: what does not match, and how we read it.")),
    Kind("sections", parts.Section, _("Parts of the report, to locate anything in it.")),
    Kind("figures", parts.Figure, _("Figures of the report, and whether ours are rebuilt or computed.")),
    Kind("voices", parts.Voice, _("Backgrounds of workshop speakers; never a person.")),
)


class EditionAnswer(msgspec.Struct, frozen=True):
    """The edition without the entries that have a list of their own; `counts` says how many there are of each."""

    id: str
    version: str
    hash: str
    title: Text
    summary: Text
    published: str
    citation: str
    publisher: Text
    publisher_address: str
    notice: Text
    licence: str
    provenance: tuple[Text, ...]
    caveats: tuple[parts.Caveat, ...]
    stage_dimension: str
    stage_values: dict[str, str]
    audience_dimension: str
    purpose_dimension: str
    aims_dimension: str
    place_dimension: str
    alternative_route: str
    outside_focus: tuple[Condition, ...]
    pages: tuple[parts.Page, ...]
    search_strategy: SearchStrategy
    counts: dict[str, int]


class Collection:
    """The entries of one kind in one edition, each already encoded."""

    def __init__(self, edition: Edition, kind: Kind) -> None:
        entries = getattr(edition, kind.field)
        self.numbers: dict[str, int] = {getattr(entry, kind.key): number for number, entry in enumerate(entries)}
        self._encoded = [msgspec.json.encode(entry) for entry in entries]

    def one(self, id: str) -> bytes | None:
        """The entry of that id; None where there is none."""
        number = self.numbers.get(id)
        return None if number is None else self._encoded[number]

    def page(self, offset: int, limit: int, numbers: Sequence[int] | None = None) -> bytes:
        """Some entries with the total: of all, or of those at the positions given."""
        chosen = range(len(self._encoded)) if numbers is None else numbers
        shown = b",".join(self._encoded[number] for number in chosen[offset : offset + limit])
        head = b'{"total":%d,"offset":%d,"limit":%d,"items":[' % (len(chosen), offset, limit)
        return head + shown + b"]}"


@lru_cache(maxsize=4 * len(KINDS))
def collection(edition: Edition, kind: Kind) -> Collection:
    """The entries of a kind, encoded when they are first asked for."""
    return Collection(edition, kind)


@lru_cache(maxsize=4)
def edition_answer(edition: Edition) -> bytes:
    """The edition itself, encoded."""
    counts = {kind.path: len(getattr(edition, kind.field)) for kind in KINDS}
    own = {name: getattr(edition, name) for name in EditionAnswer.__struct_fields__ if name != "counts"}
    return msgspec.json.encode(EditionAnswer(**own, counts=counts))
