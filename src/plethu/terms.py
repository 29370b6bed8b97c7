"""Each domain term once, in English and Welsh. A key is `group.id`, where the id is the code used in data.

Nouns stand under `one.` and `many.`. Where a term is shown as a label it begins with a capital letter; relations are
verbs that stand between the names of their two ends.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from plethu.evidence.text import Text

_NOUNS: dict[str, tuple[str, str, str, str]] = {
    "strand": ("Strand", "Llinyn", "Strands", "Llinynnau"),
    "evidence-review": ("Evidence review", "Adolygiad tystiolaeth", "Evidence reviews", "Adolygiadau tystiolaeth"),
    "record": ("Record", "Cofnod", "Records", "Cofnodion"),
    "report": ("Report", "Adroddiad", "Reports", "Adroddiadau"),
    "source": ("Source", "Ffynhonnell", "Sources", "Ffynonellau"),
    "citation": ("Citation", "Cyfeiriad", "Citations", "Cyfeiriadau"),
    "section": ("Section", "Adran", "Sections", "Adrannau"),
    "action": ("Action", "Cam gweithredu", "Actions", "Camau gweithredu"),
    "category": ("Category", "Categori", "Categories", "Categorïau"),
    "practice": ("Practice", "Arfer", "Practices", "Arferion"),
    "tool": ("Tool", "Offeryn", "Tools", "Offer"),
    "example": ("Example", "Enghraifft", "Examples", "Enghreifftiau"),
    "feature": ("Feature", "Nodwedd", "Features", "Nodweddion"),
    "factor": ("Factor", "Ffactor", "Factors", "Ffactorau"),
    "function": ("Function", "Swyddogaeth", "Functions", "Swyddogaethau"),
    "aim": ("Aim", "Nod", "Aims", "Nodau"),
    "outcome": ("Outcome", "Canlyniad", "Outcomes", "Canlyniadau"),
    "finding": ("Finding", "Canfyddiad", "Findings", "Canfyddiadau"),
    "stance": ("Stance", "Safbwynt", "Stances", "Safbwyntiau"),
    "polarity": ("Direction", "Gogwydd", "Directions", "Gogwyddau"),
    "voice": ("Voice", "Llais", "Voices", "Lleisiau"),
    "condition": ("Condition", "Amod", "Conditions", "Amodau"),
    "dimension": ("Dimension", "Dimensiwn", "Dimensions", "Dimensiynau"),
    "situation": ("Situation", "Sefyllfa", "Situations", "Sefyllfaoedd"),
    "circumstance": ("Circumstance", "Amgylchiad", "Circumstances", "Amgylchiadau"),
    "goal": ("Goal", "Nod i'w gyrraedd", "Goals", "Nodau i'w cyrraedd"),
    "context": ("Context", "Cyd-destun", "Contexts", "Cyd-destunau"),
    "actor": ("Actor", "Gweithredwr", "Actors", "Gweithredwyr"),
    "relation": ("Relation", "Cysylltiad", "Relations", "Cysylltiadau"),
    "tension": ("Tension", "Tensiwn", "Tensions", "Tensiynau"),
    "difficulty": ("Difficulty", "Anhawster", "Difficulties", "Anawsterau"),
    "need": ("Need", "Angen", "Needs", "Anghenion"),
    "lane": ("Lane", "Lôn", "Lanes", "Lonydd"),
    "verdict": ("Verdict", "Dyfarniad", "Verdicts", "Dyfarniadau"),
    "reason": ("Reason", "Rheswm", "Reasons", "Rhesymau"),
    "caution": ("Caution", "Rhybudd", "Cautions", "Rhybuddion"),
    "caveat": ("Caveat", "Cafeat", "Caveats", "Cafeatau"),
    "edition": ("Edition", "Argraffiad", "Editions", "Argraffiadau"),
    "framework": ("Framework for action", "Fframwaith gweithredu", "Frameworks for action", "Fframweithiau gweithredu"),
    "plan": ("Plan", "Cynllun", "Plans", "Cynlluniau"),
    "story": ("Story", "Stori", "Stories", "Straeon"),
    "model": ("Model", "Model", "Models", "Modelau"),
    "case-study": ("Case study", "Astudiaeth achos", "Case studies", "Astudiaethau achos"),
    "place": ("Place", "Lle", "Places", "Lleoedd"),
    "audience": ("Audience", "Cynulleidfa", "Audiences", "Cynulleidfaoedd"),
    "workshop": ("Workshop", "Gweithdy", "Workshops", "Gweithdai"),
    "collaboration": ("Collaboration", "Cydweithrediad", "Collaborations", "Cydweithrediadau"),
    "partner": ("Partner", "Partner", "Partners", "Partneriaid"),
    "method": ("Method", "Dull", "Methods", "Dulliau"),
    "figure": ("Figure", "Ffigur", "Figures", "Ffigurau"),
    "term": ("Term", "Term", "Terms", "Termau"),
    "protocol": ("Protocol", "Protocol", "Protocols", "Protocolau"),
    "poll": ("Poll", "Arolwg barn", "Polls", "Arolygon barn"),
    "steering-group": ("Steering group", "Grŵp llywio", "Steering groups", "Grwpiau llywio"),
    "decision": ("Decision", "Penderfyniad", "Decisions", "Penderfyniadau"),
    "meeting": ("Meeting", "Cyfarfod", "Meetings", "Cyfarfodydd"),
    "open-point": ("Open point", "Pwynt agored", "Open points", "Pwyntiau agored"),
    "query": ("Editor's query", "Ymholiad golygydd", "Editor's queries", "Ymholiadau golygydd"),
    "criterion": ("Criterion", "Maen prawf", "Criteria", "Meini prawf"),
    "extraction-field": ("Extraction field", "Maes echdynnu", "Extraction fields", "Meysydd echdynnu"),
}

_GROUPS: dict[str, dict[str, tuple[str, str]]] = {
    "evidence": {"": ("Evidence", "Tystiolaeth")},
    "glossary": {"": ("Glossary", "Geirfa")},
    "flow": {"": ("Flow of records", "Llif y cofnodion")},
    "lane": {
        "now": ("Now", "Nawr"),
        "next": ("Next", "Nesaf"),
        "later": ("Later", "Yn ddiweddarach"),
        "keep-going": ("Keep going", "Dal ati"),
        "not-enough-evidence": ("Not enough evidence here", "Dim digon o dystiolaeth yma"),
    },
    "verdict": {
        "fits": ("Fits", "Yn addas"),
        "fits-with-care": ("Fits with care", "Yn addas gyda gofal"),
        "needs-something-first": ("Needs something first", "Angen rhywbeth yn gyntaf"),
        "not-enough-evidence": ("Not enough evidence here", "Dim digon o dystiolaeth yma"),
    },
    "suit": {
        "suits": ("Suits you", "Yn addas i chi"),
        "with-care": ("With care", "Gyda gofal"),
        "open": ("Open", "Agored"),
    },
    "basis": {
        "stated": ("stated in the report", "dywedir yn yr adroddiad"),
        "ours": ("our reading", "ein dehongliad ni"),
        "judged": ("our judgement", "ein barn ni"),
    },
    "stance": {
        "echoed": ("Echoed", "Ategwyd"),
        "challenged": ("Challenged", "Heriwyd"),
        "added": ("Added", "Ychwanegwyd"),
    },
    "polarity": {
        "supports": ("Supports", "Yn cefnogi"),
        "hinders": ("Hinders", "Yn rhwystro"),
        "mixed": ("Mixed", "Cymysg"),
    },
    "finding-kind": {
        "finding": ("Finding", "Canfyddiad"),
        "framing": ("Framing", "Fframio"),
        "synthesis": ("Synthesis", "Synthesis"),
    },
    "join": {"all": ("all of these", "pob un o'r rhain"), "any": ("any of these", "unrhyw un o'r rhain")},
    "relation": {
        "requires": ("requires", "yn gofyn am"),
        "precedes": ("comes before", "yn dod o flaen"),
        "enables": ("makes possible", "yn galluogi"),
        "reinforces": ("strengthens", "yn cryfhau"),
        "pairs-with": ("goes with", "yn mynd law yn llaw â"),
        "undermines": ("weakens", "yn gwanhau"),
        "suits": ("suits", "yn addas i"),
        "less-suited": ("is less suited to", "yn llai addas i"),
        "evolves-into": ("can grow into", "yn gallu tyfu i fod yn"),
        "alternative-to": ("is an alternative to", "yn ddewis arall yn lle"),
        "starts-with": ("is a start towards", "yn gychwyn tuag at"),
        "guards-against": ("guards against", "yn gwarchod rhag"),
    },
    "need-state": {
        "met": ("there already", "yno eisoes"),
        "not-met": ("not there yet", "ddim yno eto"),
        "not-sure": ("to be checked", "i'w wirio"),
        "waived": ("can wait on your route", "gall aros ar eich llwybr chi"),
        "elsewhere": ("not needed where you are", "nid oes ei angen lle'r ydych chi"),
        "if": ("may be needed", "efallai y bydd ei angen"),
    },
    "stage": {
        "start": ("Starting", "Cychwyn"),
        "establish": ("Finding its feet", "Cael ei draed dano"),
        "mature": ("Well established", "Wedi hen ennill ei blwyf"),
        "any": ("Any stage", "Unrhyw gyfnod"),
    },
    "progress": {
        "no": ("Not started", "Heb ddechrau"),
        "started": ("Started", "Wedi dechrau"),
        "in-place": ("In place", "Ar waith"),
        "lapsed": ("Lapsed", "Wedi dod i ben"),
    },
    "strength": {"weak": ("Weak", "Gwan"), "some": ("In part", "Yn rhannol"), "strong": ("Strong", "Cryf")},
    "capacity": {"little": ("Little", "Ychydig"), "some": ("Some", "Peth"), "plenty": ("Plenty", "Digonedd")},
    "route": {
        "purpose-first": ("Agree the purpose first", "Cytuno ar y pwrpas yn gyntaf"),
        "doing-first": (
            "Start by doing something useful together",
            "Dechrau drwy wneud rhywbeth defnyddiol gyda'ch gilydd",
        ),
    },
    "effect": {
        "helps-when": ("Helps when", "Yn helpu pan"),
        "hinders-when": ("Hinders when", "Yn rhwystro pan"),
        "needs": ("Needs", "Angen"),
    },
    "operator": {
        "is": ("is", "sef"),
        "is-not": ("is not", "ac eithrio"),
        "at-least": ("is at least", "o leiaf"),
        "at-most": ("is at most", "ar y mwyaf"),
        "includes": ("includes", "yn cynnwys"),
        "lacks": ("lacks", "heb gynnwys"),
    },
    "dimension-kind": {
        "scale": ("Scale", "Graddfa"),
        "choice": ("Choice of one", "Dewis o un"),
        "set": ("Choice of several", "Dewis o sawl un"),
    },
    "phase": {"review": ("From the review", "O'r adolygiad"), "workshop": ("From the workshop", "O'r gweithdy")},
    "practice-kind": {
        "practice": ("Practice", "Arfer"),
        "tool": ("Tool", "Offeryn"),
        "example": ("Example", "Enghraifft"),
    },
    "concept-kind": {
        "feature": ("Feature", "Nodwedd"),
        "factor": ("Factor", "Ffactor"),
        "process-aim": ("Process aim", "Nod proses"),
        "wellbeing-aim": ("Wellbeing aim", "Nod llesiant"),
        "process-outcome": ("Process outcome", "Canlyniad proses"),
        "wellbeing-outcome": ("Wellbeing outcome", "Canlyniad llesiant"),
    },
    "end": {
        "action": ("Action", "Cam gweithredu"),
        "category": ("Category", "Categori"),
        "goal": ("Goal", "Nod i'w gyrraedd"),
        "context": ("Context", "Cyd-destun"),
        "practice": ("Practice", "Arfer"),
        "feature": ("Feature", "Nodwedd"),
        "actor": ("Actor", "Gweithredwr"),
        "all": ("The whole", "Y cyfan"),
    },
    "whole": {
        "actions": ("All the actions", "Yr holl gamau gweithredu"),
        "collaboration": ("The whole collaboration", "Y cydweithrediad cyfan"),
    },
    "outcome-kind": {"process": ("Process", "Proses"), "wellbeing": ("Wellbeing", "Llesiant")},
    "outcome-evidence": {"quality": ("Quality", "Ansawdd"), "quantity": ("Quantity", "Nifer")},
    "tier": {
        "wales-wide": ("Wales-wide", "Cymru gyfan"),
        "regional": ("Regional", "Rhanbarthol"),
        "specific": ("A specific place", "Lle penodol"),
        "none": ("No place given", "Dim lle wedi'i nodi"),
    },
    "area": {"rural": ("Rural", "Gwledig"), "mixed": ("Mixed", "Cymysg"), "urban": ("Urban", "Trefol")},
    "citation-status": {
        "exact": ("Exact", "Yn cyfateb yn union"),
        "name-variant": ("Name differs", "Yr enw'n wahanol"),
        "year-mismatch": ("Year differs", "Y flwyddyn yn wahanol"),
        "year-and-name": ("Year and name differ", "Y flwyddyn a'r enw'n wahanol"),
        "ambiguous": ("Could be several", "Sawl un yn bosibl"),
        "unlisted": ("Not in the list of sources", "Heb fod yn y rhestr ffynonellau"),
        "case-study": ("A case study", "Astudiaeth achos"),
        "bare-number": ("A number alone", "Rhif yn unig"),
    },
    "confidence": {"high": ("High", "Uchel"), "medium": ("Medium", "Canolig"), "low": ("Low", "Isel")},
    "query-kind": {
        "citation": ("Citation", "Cyfeiriad"),
        "year": ("Year", "Blwyddyn"),
        "name": ("Name", "Enw"),
        "acronym": ("Acronym", "Acronym"),
        "flow": ("Flow of records", "Llif y cofnodion"),
        "date": ("Date", "Dyddiad"),
        "place": ("Place", "Lle"),
        "list": ("List", "Rhestr"),
        "other": ("Other", "Arall"),
    },
    "origin": {"ours": ("Our words", "Ein geiriau ni"), "quoted": ("Quoted", "Dyfynnwyd")},
    "sense": {"include": ("Included", "Cynhwysir"), "exclude": ("Left out", "Eithrir")},
    "figure-state": {
        "computed": ("Computed from the data", "Wedi'i gyfrifo o'r data"),
        "rebuilt": ("Rebuilt from the text", "Wedi'i ail-lunio o'r testun"),
        "absent": ("Not shown", "Heb ei ddangos"),
    },
    "flow-basis": {
        "published totals": ("Published totals", "Cyfansymiau cyhoeddedig"),
        "computed": ("Computed", "Wedi'u cyfrifo"),
    },
    "review-status": {
        "draft": ("draft Welsh", "Cymraeg drafft"),
        "reviewed": ("read by a fluent person", "wedi'i ddarllen gan berson rhugl"),
    },
    "part": {
        "answers": ("Answers", "Atebion"),
        "in_place": ("In place", "Ar waith"),
        "have": ("What you have", "Yr hyn sydd gennych"),
        "today": ("Seen today", "I'w weld heddiw"),
        "difficulties": ("Going wrong", "Yn mynd o'i le"),
        "capacity": ("Capacity for change", "Gallu i newid"),
        "route": ("Where to start", "Ble i ddechrau"),
        "overrides": ("Your own lanes", "Eich lonydd eich hun"),
    },
    "answer": {
        "yes": ("Yes", "Ie"),
        "no": ("No", "Na"),
        "not-sure": ("Not sure", "Ddim yn siŵr"),
        "none-of-these": ("None of these", "Dim un o'r rhain"),
    },
}

# fmt: off
_GROUPS_OF_REVIEWS: dict[str, dict[str, tuple[str, str]]] = {
    "protocol": {
        "question": ("Question", "Cwestiwn"), "purpose": ("What the review is for", "Diben yr adolygiad"),
        "scope": ("Scope", "Cwmpas"), "definitions": ("Definitions", "Diffiniadau"),
        "strands": ("Strands", "Llinynnau"), "commitments": ("Values and commitments", "Gwerthoedd ac ymrwymiadau"),
        "updates": ("Plan for updates", "Cynllun diweddaru"), "open_points": ("Open points", "Pwyntiau agored"),
        "name": ("Name", "Enw"), "description": ("Description", "Disgrifiad"), "windows": ("Dates", "Dyddiadau"),
        "geography": ("Places", "Lleoedd"), "screening": ("Screened or not", "Wedi'i sgrinio ai peidio"),
        "screening_how": ("How it was screened", "Sut y sgriniwyd"), "rules": ("Rules", "Rheolau"),
        "routes": ("How sources are found", "Sut y deuir o hyd i ffynonellau"),
        "sense": ("In or out", "I mewn neu allan"),
        "text": ("Text", "Testun"), "agreed_by": ("Agreed by", "Cytunwyd gan"), "kind": ("Kind", "Math"),
        "printed": ("As written", "Fel yr ysgrifennwyd"), "dates": ("As EDTF", "Fel EDTF"), "term": ("Word", "Gair"),
        "meaning": ("Meaning", "Ystyr"), "value": ("Value", "Gwerth"), "commitment": ("Commitment", "Ymrwymiad"),
        "done": ("What was done", "Yr hyn a wnaed"), "format": ("Format", "Fformat"),
    },
    "protocol-entry": {
        "definitions": ("Word", "Gair"), "strands": ("Strand", "Llinyn"), "windows": ("Dates", "Dyddiadau"),
        "rules": ("Rule", "Rheol"), "routes": ("Way of finding", "Ffordd o ddod o hyd"),
        "commitments": ("Value", "Gwerth"), "open_points": ("Open point", "Pwynt agored"),
    },
    "route-kind": {
        "database": ("Database", "Cronfa ddata"), "website": ("Website or web search", "Gwefan neu chwiliad gwe"),
        "call": ("Call", "Galwad"), "members": ("Sent in by members", "Anfonwyd gan aelodau"),
        "citation-searching": ("Citation searching", "Dilyn cyfeiriadau"),
    },
    "screening": {
        "screened": ("Screened", "Wedi'i sgrinio"), "not-screened": ("Not screened", "Heb ei sgrinio"),
        "not-said": ("Not said", "Heb ei ddweud"),
    },
    "sector": {
        "community": ("Community group", "Grŵp cymunedol"), "third": ("Third sector", "Y trydydd sector"),
        "public": ("Public sector", "Y sector cyhoeddus"),
        "academic": ("University or research", "Prifysgol neu ymchwil"),
        "private": ("Private sector", "Y sector preifat"), "other": ("Other", "Arall"),
        "": ("Not said", "Heb ei ddweud"), "small": ("Smaller groups together", "Grwpiau llai gyda'i gilydd"),
    },
    "poll-kind": {
        "one": ("Choose one", "Dewis un"), "several": ("Choose several", "Dewis sawl un"),
        "rank": ("Put in order", "Gosod mewn trefn"), "rate": ("Give marks from 1 to 5", "Rhoi marciau o 1 i 5"),
        "words": ("Say in words", "Dweud mewn geiriau"),
    },
    "poll-topic": {
        "terms": ("Search terms", "Termau chwilio"), "evidence": ("Kinds of evidence", "Mathau o dystiolaeth"),
        "scope": ("Geographic scope", "Cwmpas daearyddol"),
        "sources": ("Ways to find sources", "Ffyrdd o ddod o hyd i ffynonellau"),
        "": ("Own question", "Cwestiwn eich hun"),
    },
    "involvement-who": {
        "public": ("People and communities", "Pobl a chymunedau"),
        "partners": ("Practitioners and partner organisations", "Ymarferwyr a sefydliadau partner"),
        "deciders": ("Policy makers and funders", "Llunwyr polisi a chyllidwyr"),
        "researchers": ("Researchers outside the team", "Ymchwilwyr y tu allan i'r tîm"),
    },
    "recruitment": {
        "open": ("Open: anybody could take part", "Agored: gallai unrhyw un gymryd rhan"),
        "closed": ("Closed: by invitation", "Caeedig: drwy wahoddiad"),
    },
    "approach": {
        "one-time": ("One-time", "Unwaith"), "continuous": ("Continuous", "Parhaus"),
        "combined": ("Combined", "Cyfuniad o'r ddau"),
    },
    "contact": {"direct": ("Direct", "Uniongyrchol"), "indirect": ("Indirect", "Anuniongyrchol")},
    "review-stage": {
        "question": ("Developing the question", "Llunio'r cwestiwn"),
        "methods": ("Planning the methods", "Cynllunio'r dulliau"),
        "protocol": ("Writing the protocol", "Ysgrifennu'r protocol"),
        "search-plan": ("Developing the search", "Llunio'r chwiliad"), "search": ("Searching", "Chwilio"),
        "selection": ("Selecting sources", "Dewis ffynonellau"), "data": ("Collecting data", "Casglu data"),
        "appraisal": ("Appraising quality", "Arfarnu ansawdd"), "analysis": ("Analysing", "Dadansoddi"),
        "interpretation": ("Interpreting findings", "Dehongli canfyddiadau"),
        "writing": ("Writing and publishing", "Ysgrifennu a chyhoeddi"),
        "uptake": ("Putting findings to use", "Rhoi canfyddiadau ar waith"),
    },
    "involvement-level": {
        "leading": ("Leading", "Arwain"), "controlling": ("Controlling", "Rheoli"),
        "influencing": ("Influencing", "Dylanwadu"), "contributing": ("Contributing", "Cyfrannu"),
        "receiving": ("Receiving", "Derbyn"),
    },
    "involvement": {
        "title": ("What it was", "Beth ydoedd"), "who": ("Who", "Pwy"),
        "details": ("More about them", "Rhagor amdanynt"),
        "people": ("How many", "Faint"), "recruitment": ("Recruitment", "Recriwtio"),
        "recruited": ("How they were recruited", "Sut y'u recriwtiwyd"), "approach": ("Approach", "Ymagwedd"),
        "contact": ("Contact", "Cyswllt"), "stages": ("Stages of the review", "Camau'r adolygiad"),
        "level": ("Level of control", "Lefel rheolaeth"), "methods": ("Methods", "Dulliau"),
        "dates": ("Dates", "Dyddiadau"),
    },
    "decision-status": {
        "proposed": ("Proposed", "Cynigiwyd"), "agreed": ("Agreed", "Cytunwyd"),
        "done": ("Carried out", "Gweithredwyd"),
    },
}
# fmt: on


def _terms() -> dict[str, Text]:
    terms: dict[str, Text] = {}
    for id, (one, un, many, sawl) in _NOUNS.items():
        terms[f"one.{id}"] = Text(one, un)
        terms[f"many.{id}"] = Text(many, sawl)
    for group, members in {**_GROUPS, **_GROUPS_OF_REVIEWS}.items():
        for id, (english, welsh) in members.items():
            terms[f"{group}.{id}".rstrip(".")] = Text(english, welsh)
    return terms


TERMS: Mapping[str, Text] = MappingProxyType(_terms())
