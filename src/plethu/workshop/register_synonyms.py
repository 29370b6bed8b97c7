"""What other lists call a workshop's values: "Council" and "Bwrdd Iechyd" for sectors, "Anglesey" for an area.

Only guesses: a person sees each of them and can choose another. Welsh names are known in their mutated forms too.
"""

from __future__ import annotations

from functools import lru_cache

from plethu.workshop.contexts import Attribute, Contexts
from plethu.workshop.mutations import mutated
from plethu.workshop.register_columns import CAN, ENGLISH, NO, WANTS, WELSH, YES, ValueNames, plain

# By attribute and value, what it is called elsewhere. A value that a workshop does not have is never guessed.
SYNONYMS: dict[Attribute, dict[str, tuple[str, ...]]] = {
    "sector": {
        "local-government": (
            "council", "county council", "county borough council", "city council", "borough council", "town council",
            "community council", "local authority", "local council", "unitary authority", "cyngor", "cyngor sir",
            "cyngor bwrdeistref sirol", "cyngor tref", "cyngor cymuned", "awdurdod lleol", "cyngor lleol",
        ),
        "health": (
            "health board", "university health board", "local health board", "nhs", "nhs wales", "nhs trust",
            "health service", "public health wales", "primary care", "gp practice", "hospital", "bwrdd iechyd",
            "bwrdd iechyd prifysgol", "bwrdd iechyd lleol", "gig", "gig cymru", "gwasanaeth iechyd", "ysbyty",
            "iechyd cyhoeddus cymru", "ymddiriedolaeth gig", "meddygfa",
        ),
        "emergency-services": (
            "police", "fire", "fire and rescue", "ambulance", "police and crime commissioner", "emergency service",
            "heddlu", "tân ac achub", "gwasanaeth tân", "ambiwlans", "comisiynydd heddlu a throseddu",
        ),
        "housing": (
            "housing association", "registered social landlord", "social landlord", "rsl", "cymdeithas dai",
            "cymdeithas tai", "landlord cymdeithasol",
        ),
        "national-government": (
            "welsh government", "government", "civil service", "uk government", "sponsored body", "national park",
            "llywodraeth cymru", "llywodraeth", "gwasanaeth sifil", "corff a noddir", "parc cenedlaethol",
        ),
        "education-research": (
            "university", "college", "school", "higher education", "further education", "education", "academia",
            "academic", "research", "prifysgol", "coleg", "ysgol", "addysg uwch", "addysg bellach", "addysg", "ymchwil",
        ),
        "third-sector": (
            "charity", "charitable", "voluntary sector", "voluntary organisation", "third sector", "not for profit",
            "social enterprise", "ngo", "vcse", "elusen", "sector gwirfoddol", "mudiad gwirfoddol", "trydydd sector",
            "menter gymdeithasol", "sefydliad gwirfoddol", "nid er elw", "mudiad",
        ),
        "voluntary-councils": (
            "county voluntary council", "cvc", "voluntary council", "voluntary action", "cyngor gwirfoddol sirol",
            "cyngor gwirfoddol", "cgs", "mantell gwynedd", "medrwn môn",
        ),
        "community": (
            "community group", "community", "community organisation", "residents", "resident", "tenants", "carer",
            "citizen", "volunteer", "grŵp cymunedol", "cymuned", "trigolion", "preswylydd", "tenantiaid", "gofalwr",
            "dinesydd", "gwirfoddolwr",
        ),
        "private": (
            "business", "company", "consultancy", "consultant", "private", "industry", "ltd", "self employed",
            "busnes", "cwmni", "ymgynghorydd", "preifat", "hunangyflogedig",
        ),
    },
    "level": {
        "strategic": (
            "chief executive", "ceo", "director", "head of service", "executive", "senior leader", "trustee",
            "councillor", "chair", "board member", "strategic", "prif weithredwr", "cyfarwyddwr", "pennaeth gwasanaeth",
            "ymddiriedolwr", "cynghorydd", "cadeirydd", "strategol",
        ),
        "managing": ("manager", "team leader", "management", "co-ordinator", "rheolwr", "arweinydd tîm", "cydlynydd"),
        "delivering": (
            "officer", "practitioner", "worker", "frontline", "front line", "delivery", "nurse", "social worker",
            "swyddog", "ymarferydd", "gweithiwr", "rheng flaen", "nyrs", "gweithiwr cymdeithasol",
        ),
        "member": ("volunteer", "resident", "member", "community member", "gwirfoddolwr", "preswylydd", "aelod"),
        "studying": (
            "researcher", "academic", "adviser", "advisor", "policy", "lecturer", "ymchwilydd", "academydd", "polisi",
            "darlithydd",
        ),
    },
    "scale": {
        "neighbourhood": ("ward", "village", "town", "community", "neighbourhood", "pentref", "tref", "cymuned"),
        "county": ("county wide", "countywide", "local authority", "council area", "sirol", "awdurdod lleol"),
        "regional": ("regional", "rhanbarthol"),
        "national": ("national", "all wales", "wales wide", "cenedlaethol", "cymru gyfan"),
        "beyond": ("uk", "uk wide", "international", "global", "y du", "rhyngwladol"),
    },
    "area": {
        "isle of anglesey": ("anglesey", "ynys môn", "môn"),
        "rhondda cynon taf": ("rct", "rhondda", "rhondda cynon taff"),
        "vale of glamorgan": ("the vale", "bro morgannwg", "y fro"),
        "merthyr tydfil": ("merthyr", "merthyr tudful"),
        "neath port talbot": ("neath", "port talbot", "castell nedd", "npt"),
    },
}  # fmt: skip
BEFORE = ("the ", "y ", "yr ")
LONGEST_SAID = 300  # characters of a cell that is looked at


def guess_value(field: str, said: str, contexts: Contexts) -> str:
    """The value that a cell probably means; empty where nothing is like it, or two are alike.

    For `language`: cy or en. For `welsh_medium`: wants, can or no.
    """
    words = plain(said[:LONGEST_SAID])
    for before in BEFORE:
        words = words.removeprefix(before)
    if field == "language":
        return _language(words)
    if field == "welsh_medium":
        return _group(words)
    names = _names(field, contexts)
    if words in names:
        return names[words]
    inside = {name: id for name, id in names.items() if f" {name} " in f" {words} "}
    longest = max(map(len, inside), default=0)
    found = {id for name, id in inside.items() if len(name) == longest}
    return found.pop() if len(found) == 1 else ""


def _language(words: str) -> str:
    said = set(words.replace("/", " ").split())
    welsh, english = bool(said & WELSH), bool(said & ENGLISH)
    return ("cy" if welsh else "en") if welsh != english else ""


def _group(words: str) -> str:
    known = (("wants", YES | WANTS), ("can", CAN), ("no", NO))
    return next((value for value, names in known if words in {plain(name) for name in names}), "")


@lru_cache(maxsize=16)
def _names(attribute: Attribute, contexts: Contexts) -> dict[str, str]:
    """Everything one value may be called, in plain letters; what two values are called is left out."""
    values = ValueNames(contexts)
    found: dict[str, set[str]] = {}
    for value in contexts.values(attribute):
        for name in (value.name.en, value.name.cy):
            for form in _forms(name):
                found.setdefault(form, set()).add(value.id)
    for meant, names in SYNONYMS[attribute].items():
        if id := values.id(attribute, meant):
            for name in names:
                for form in _forms(name):
                    found.setdefault(form, set()).add(id)
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1 and len(name) > 1}


def _forms(name: str) -> set[str]:
    """A name in plain letters, its first word also mutated, and without an article."""
    words = name.casefold().removeprefix("the ").removeprefix("yr ").removeprefix("y ")
    first, blank, rest = words.partition(" ")
    return {plain(f"{form}{blank}{rest}") for form in mutated(first)}
