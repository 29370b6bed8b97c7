"""Headings and small words of documents, in both languages. Sentences about advice itself come with the advice."""

from __future__ import annotations

from plethu.evidence.text import Language, Text
from plethu.reporting.saying import say
from plethu.reporting.told import Words
from plethu.terms import TERMS

MONTHS: dict[Language, tuple[str, ...]] = {
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ),
    "cy": (
        "Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd",
        "Rhagfyr",
    ),
}  # fmt: skip
LABELS: dict[str, Text] = {
    # Parts of a document
    "one-page": Text("On one page", "Ar un dudalen"),
    "one-by-one": Text("The actions, one by one", "Y camau gweithredu, fesul un"),
    "whole": Text("The whole picture", "Y darlun cyfan"),
    "answers": Text("Your answers", "Eich atebion"),
    "about": Text("About this document", "Ynglŷn â'r ddogfen hon"),
    "our-purpose": Text("Purpose, in your words", "Y pwrpas, yn eich geiriau chi"),
    # Parts of an action
    "verdict": Text("How it fits", "Pa mor addas"),
    "reasons": Text("Why it suits you", "Pam mae'n addas i chi"),
    "cautions": Text("Take care", "Cymerwch ofal"),
    "watch": Text("Watch for", "Cadwch lygad ar"),
    "needs": Text("What it needs first", "Yr hyn sydd ei angen yn gyntaf"),
    "path": Text("How to get there", "Sut i gyrraedd yno"),
    "least-change": Text("What would bring it forward", "Yr hyn a fyddai'n ei symud i lôn gynharach"),
    "would-help-if": Text("Would speak for it, if true of you", "Byddai o'i blaid, os yw'n wir amdanoch chi"),
    "would-caution-if": Text("Would be a caution, if true of you", "Byddai'n rhybudd, os yw'n wir amdanoch chi"),
    "practices": TERMS["many.practice"],
    "tensions": Text("Where the evidence pulls apart", "Lle mae'r dystiolaeth yn tynnu'n groes"),
    "handling": Text("How we handle it:", "Sut rydym yn delio â hyn:"),
    "leads": Text("Who could lead:", "Pwy allai arwain:"),
    "leads-to": Text("Leads to:", "Yn arwain at:"),
    "opens-way-for": Text("Opens the way for:", "Yn agor y ffordd i:"),
    "evidence": Text("Evidence by strand", "Tystiolaeth fesul llinyn"),
    "cases": Text("Case studies like yours", "Astudiaethau achos tebyg i'ch sefyllfa chi"),
    "outcomes": Text("Outcomes to agree at the outset", "Canlyniadau i gytuno arnynt ar y dechrau"),
    "start-here": Text("Start here", "Dechreuwch yma"),
    "own-choice": Text("Own choice", "Eich dewis chi"),
    "by-the-rule": Text("by the rule", "yn ôl y rheol"),
    "not-by-choice": Text(
        "That is not said of what stands here by your own choice.",
        "Ni ddywedir hynny am yr hyn sydd yma o'ch dewis chi.",
    ),
    "all-by-choice": Text(
        "What is here stands here by your own choice.", "Mae'r hyn sydd yma yn sefyll yma o'ch dewis chi."
    ),
    "same-way": Text("The same as for:", "Yr un fath ag ar gyfer:"),
    "see": Text("see", "gweler"),
    "suit-practices": Text("Practices that suit:", "Arferion sy'n addas:"),
    "some-practices": Text("Practices to look at:", "Arferion i edrych arnynt:"),
    "behind": Text("Appendix: all that lies behind it", "Atodiad: popeth sydd y tu ôl iddo"),
    "reasons-and-evidence": Text("Reasons and evidence", "Rhesymau a thystiolaeth"),
    "short-form": Text(
        "This is the short form. The full form has an appendix with your answers, all reasons and cautions, the counts "
        "of evidence, tensions and case studies of each action.",
        "Dyma'r ffurf fer. Mae gan y ffurf lawn atodiad gyda'ch atebion, yr holl resymau a rhybuddion, ac, ar gyfer "
        "pob cam gweithredu, cyfrifon y dystiolaeth, y tensiynau a'r astudiaethau achos.",
    ),
    "near": Text("Case studies near you", "Astudiaethau achos yn agos atoch chi"),
    "purpose": Text("Purpose:", "Pwrpas:"),
    "section": Text("Section:", "Adran:"),
    "cited": Text("Cited:", "Cyfeiriwyd at:"),
    "voices": Text("Voices:", "Lleisiau:"),
    "above": Text("given in full above", "rhoddwyd yn llawn uchod"),
    "none": Text("None", "Dim"),
    # The whole
    "first": Text("First of all", "Yn gyntaf oll"),
    "whole-reasons": Text("For the collaboration as a whole", "Ar gyfer y cydweithrediad cyfan"),
    "empty-categories": Text("Nothing now or in place in:", "Dim byd nawr nac ar waith yn y canlynol:"),
    "whole-tensions": Text("Tensions between what you do now", "Tensiynau rhwng yr hyn a wnewch nawr"),
    "difficulties": Text("What is going wrong", "Yr hyn sy'n mynd o'i le"),
    "bears-on": Text("Bears on:", "Yn ymwneud â:"),
    "weak-today": Text("Seen as weak today", "Yr hyn a welir yn wan heddiw"),
    "grows-from": Text("can grow from:", "gall dyfu o:"),
    "outside-focus": Text("Outside what the evidence looked at", "Y tu hwnt i'r hyn yr edrychodd y dystiolaeth arno"),
    # About
    "caveats": Text("Bear in mind", "Cofiwch"),
    "order": Text("How the actions are ordered", "Sut y trefnir y camau gweithredu"),
    "source": Text("Where this comes from", "O ble y daw hyn"),
    "edition": TERMS["one.edition"],
    "edition-id": Text("Edition's id", "Cod yr argraffiad"),
    "fingerprint": Text("Fingerprint (SHA-256)", "Ôl bys (SHA-256)"),
    "made-on": Text("Made on", "Lluniwyd ar"),
    "page": Text("Page", "Tudalen"),
    "draft": TERMS["review-status.draft"],
    # Columns
    "lane": Text("When", "Pryd"),
    "action": TERMS["one.action"],
    "why": Text("Why", "Pam"),
    "question": Text("Question", "Cwestiwn"),
    "answer": Text("Answer", "Ateb"),
    "strand": TERMS["one.strand"],
    "findings": TERMS["many.finding"],
    "supports": TERMS["polarity.supports"],
    "hinders": TERMS["polarity.hinders"],
    "mixed": TERMS["polarity.mixed"],
    "echoed": TERMS["stance.echoed"],
    "challenged": TERMS["stance.challenged"],
    "added": TERMS["stance.added"],
    "kind": Text("Kind", "Math"),
    "statement": Text("Statement", "Gosodiad"),
    "because": Text("Your answers", "Eich atebion"),
    "who-leads": Text("Who could lead", "Pwy allai arwain"),
    "choice-reason": Text("Reason of your own choice", "Rheswm dros eich dewis"),
    "basis": Text("Basis", "Sail"),
    "ground": Text("Rests on", "Yn seiliedig ar"),
    "stance": TERMS["one.workshop"],
    "category": TERMS["one.category"],
    "item": Text("Item", "Eitem"),
    "owner": Text("Owner", "Person cyfrifol"),
    "due": Text("Due date", "Dyddiad cwblhau"),
    "review": Text("Review date", "Dyddiad adolygu"),
    "status": Text("Status", "Statws"),
    # Choices and sheets
    "not-started": TERMS["progress.no"],
    "under-way": TERMS["progress.started"],
    "in-place": TERMS["progress.in-place"],
    "stopped": TERMS["progress.lapsed"],
    "choose-status": Text("Choose one of the list.", "Dewiswch un o'r rhestr."),
    "a-date": Text("Type a date.", "Teipiwch ddyddiad."),
    "sheet-plan": TERMS["one.plan"],
    "sheet-answers": TERMS["part.answers"],
    "sheet-reasons": TERMS["many.reason"],
    "sheet-evidence": TERMS["evidence"],
    "sheet-about": Text("About", "Ynglŷn â hyn"),
    "contents": Text("Contents", "Cynnwys"),
    "skip": Text("Skip to the summary", "Neidio i'r crynodeb"),
    "skip-to-body": Text("Skip to the content", "Neidio i'r cynnwys"),
}


def label(key: str, language: Language) -> Words:
    """A heading or small word in the wanted language. Raises KeyError for one there is not."""
    return say(LABELS[key], language)
