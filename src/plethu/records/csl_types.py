"""Kinds of document in tables and lists: the types of CSL 1.0.2, and what programs and people call them in a column."""

from __future__ import annotations

import re

from plethu.records.kinds import kind_of

_TYPES = """
article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset
document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation
manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
personal_communication post post-weblog regulation report review review-book software song speech standard thesis
treaty webpage
"""
TYPES = frozenset(_TYPES.split())

# Beside what `kinds` has: the words of Zotero, Scopus, Springer, Rayyan, and of people in English and Welsh, without
# blanks and signs and in small letters.
WORDS: dict[str, str] = {
    "article-journal": "research researcharticle reviewarticle inpress articleinpress journalpaper journals erratum "
    "datapaper shortsurvey earlyaccess earlyaccessarticles clinicaltrial randomizedcontrolledtrial systematicreview "
    "metaanalysis casereports erthyglcyfnodolyn",
    "article-magazine": "magazine magazines erthyglcylchgrawn",
    "article-newspaper": "newspaper erthyglpapurnewydd",
    "article": "unpublishedpaper workingpaper workingpapers discussionpaper papurgwaith",
    "report": "techreport whitepaper greyliterature evaluation evaluationreport briefing policybrief policypaper "
    "adroddiad gwerthusiad",
    "book": "monograph proceedings llyfr",
    "chapter": "inbook encyclopediasection chapters pennod",
    "paper-conference": "conferenceproceeding inproceedings conferencereview conferences papurcynhadledd",
    "thesis": "phdthesis mastersthesis theses traethawd traethawdymchwil",
    "webpage": "webresource internet online casestudy practiceexample astudiaethachos gwefan tudalenwe",
    "post-weblog": "blogpost weblog blogbost",
    "post": "forumpost socialmediapost tweet",
    "motion_picture": "documentary youtube fideo ffilm",
    "broadcast": "tvbroadcast radiobroadcast tvepisode television radio podlediad",
    "song": "audiorecording audio recordiadsain",
    "speech": "conferencepresentation lecture webinar slideshow cyflwyniad sleidiau",
    "interview": "cyfweliad",
    "dataset": "database datafile setddata",
    "software": "meddalwedd",
    "legislation": "act deddf deddfwriaeth",
    "bill": "unenactedbill bil mesur",
    "legal_case": "caselaw",
    "standard": "safon",
    "map": "atlas",
    "figure": "ffigur",
    "graphic": "image photograph picture llun",
    "pamphlet": "leaflet brochure booklet taflen llyfryn",
    "manuscript": "unpublished llawysgrif",
    "personal_communication": "email llythyr ebost",
    "entry-dictionary": "dictionaryentry",
    "entry-encyclopedia": "encyclopediaarticle",
    "review": "adolygiad",
    "periodical": "cyfnodolyn",
    "event": "conference workshop meeting digwyddiad gweithdy",
    "document": "misc attachment other dogfen arall",
}
_BY_WORD = {word: kind for kind, words in reversed(WORDS.items()) for word in words.split()}
_BY_WORD |= {kind.replace("-", "").replace("_", ""): kind for kind in TYPES if kind not in ("article", "review")}


def type_of(words: str) -> str:
    """The CSL type that a program or a person means by these words; empty where none is known."""
    if words.strip().lower() == "journal":
        return "article-journal"  # where a column says where a record was published
    for part in (words, *re.split(r"[;,|/:(\n]", words)):
        if found := kind_of(part) or _BY_WORD.get(re.sub(r"[\W_]+", "", part).lower()):
            return found
    return ""
