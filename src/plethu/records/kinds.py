"""What a record is of: the words and codes that files use for it, as types of CSL 1.0.2.

Codes are those of RIS (the specification of 2011 and what EndNote and databases add); words are those of EndNote,
Refer, Web of Science, MEDLINE and ERIC. Records that are not papers keep what they are.
"""

from __future__ import annotations

UNKNOWN = "document"  # CSL's own word for what has no other type

RIS: dict[str, str] = {
    "ABST": "article-journal", "ADVS": "motion_picture", "AGGR": "dataset", "ANCIENT": "classic", "ART": "graphic",
    "BILL": "bill", "BLOG": "post-weblog", "BOOK": "book", "CASE": "legal_case", "CHAP": "chapter", "CHART": "figure",
    "CLSWK": "classic", "COMP": "software", "CONF": "paper-conference", "CPAPER": "paper-conference", "CTLG": "book",
    "DATA": "dataset", "DBASE": "dataset", "DICT": "entry-dictionary", "EBOOK": "book", "ECHAP": "chapter",
    "EDBOOK": "book", "EJOUR": "article-journal", "ELEC": "webpage", "ENCYC": "entry-encyclopedia", "EQUA": "figure",
    "FIGURE": "figure", "GEN": "document", "GOVDOC": "report", "GRANT": "document", "GRNT": "document",
    "HEAR": "hearing", "ICOMM": "personal_communication", "INPR": "article-journal", "INTV": "interview",
    "JFULL": "periodical", "JOUR": "article-journal", "LEGAL": "regulation", "MANSCPT": "manuscript", "MAP": "map",
    "MGZN": "article-magazine", "MPCT": "motion_picture", "MULTI": "webpage", "MUSIC": "musical_score",
    "NEWS": "article-newspaper", "PAMP": "pamphlet", "PAT": "patent", "PCOMM": "personal_communication",
    "PODC": "broadcast", "PREP": "article", "RPRT": "report", "SER": "collection", "SLIDE": "speech", "SOUND": "song",
    "STAND": "standard", "STAT": "legislation", "STD": "standard", "THES": "thesis", "UNBILL": "bill",
    "UNPB": "manuscript", "UNPD": "manuscript", "VIDEO": "motion_picture", "WEB": "webpage",
}  # fmt: skip

WORDS: dict[str, str] = {
    "aggregated database": "dataset", "ancient text": "classic", "article": "article-journal", "artwork": "graphic",
    "audiovisual material": "motion_picture", "bill": "bill", "blog": "post-weblog", "book": "book",
    "book chapter": "chapter", "book review": "review-book", "book section": "chapter", "books": "book",
    "broadcast": "broadcast", "case": "legal_case", "catalog": "book", "chart or table": "figure",
    "classical work": "classic", "collected works": "book", "computer program": "software",
    "conference abstract": "paper-conference", "conference paper": "paper-conference",
    "conference proceedings": "paper-conference", "dataset": "dataset", "dictionary": "entry-dictionary",
    "discussion forum": "post", "dissertation": "thesis", "dissertation/thesis": "thesis",
    "dissertations/theses": "thesis", "edited book": "book", "editorial material": "article-journal",
    "electronic article": "article-journal", "electronic book": "book", "electronic book section": "chapter",
    "electronic source": "webpage", "encyclopedia": "entry-encyclopedia", "equation": "figure", "figure": "figure",
    "film": "motion_picture", "film or broadcast": "motion_picture", "generic": "document",
    "government document": "report", "grant": "document", "guides - general": "report", "hearing": "hearing",
    "interview": "interview", "journal": "periodical", "journal article": "article-journal",
    "journal articles": "article-journal", "legal rule or regulation": "regulation", "legislation": "legislation",
    "letter": "article-journal", "magazine article": "article-magazine", "manuscript": "manuscript", "map": "map",
    "meeting abstract": "paper-conference", "multimedia application": "webpage", "music": "musical_score",
    "newspaper article": "article-newspaper", "newspapers": "article-newspaper", "note": "article-journal",
    "online database": "dataset", "online multimedia": "webpage", "pamphlet": "pamphlet", "patent": "patent",
    "personal communication": "personal_communication", "podcast": "broadcast", "preprint": "article",
    "presentation": "speech", "press release": "document", "proceedings paper": "paper-conference",
    "report": "report", "reports": "report", "reports - descriptive": "report", "reports - evaluative": "report",
    "reports - general": "report", "reports - research": "report", "review": "article-journal", "serial": "collection",
    "slides": "speech", "social media": "post", "software": "software", "speech": "speech",
    "speeches/meeting papers": "speech", "standard": "standard", "statute": "legislation", "talk": "speech",
    "technical report": "report", "television episode": "broadcast", "thesis": "thesis",
    "unpublished work": "manuscript", "video": "motion_picture", "video recording": "motion_picture",
    "video-audio media": "motion_picture", "web page": "webpage", "web site": "webpage", "webcast": "motion_picture",
    "webpage": "webpage", "website": "webpage",
}  # fmt: skip

BOOKS = {"book", "classic", "collection", "dataset", "map", "pamphlet", "report", "standard", "thesis"}
INSIDE_BOOKS = {"chapter", "entry-dictionary", "entry-encyclopedia", "paper-conference"}


def kind_of(written: str) -> str:
    """The CSL type of a code or of words, whatever their case; empty where they are not known."""
    text = " ".join(written.split())
    return RIS.get(text.upper()) or WORDS.get(text.replace("_", " ").lower(), "")


def ris_code(kind: str) -> str:
    """The code by which RIS knows a CSL type; `GEN` where it has none."""
    return _CODES.get(kind, "GEN")


_PREFERRED = (
    "JOUR", "BOOK", "CHAP", "CPAPER", "RPRT", "THES", "DATA", "COMP", "ELEC", "VIDEO", "SLIDE", "SOUND", "MGZN", "NEWS",
    "PAMP", "UNPB", "STAND", "STAT", "CASE", "FIGURE", "BILL", "PAT", "MAP", "PCOMM", "BLOG", "ENCYC", "DICT", "CLSWK",
)  # fmt: skip
_CODES = {RIS[code]: code for code in (*reversed(RIS), *reversed(_PREFERRED))} | {
    "article": "UNPB", "post": "BLOG", "review": "JOUR", "review-book": "JOUR", "entry": "ENCYC", "document": "GEN",
}  # fmt: skip
