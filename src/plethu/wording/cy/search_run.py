"""Cymraeg: rhedeg strategaeth dros gofnodion yr adolygiad. `search.missed.*` a rhai o `search.fault.*`.

Yn `search.missed.*`, {term} yw'r hyn y mae'r strategaeth yn gofyn amdano, {found} yr hyn sydd yn y cofnod, {field} yn un
o `search.run-field.*`.
"""

TEMPLATES: dict[str, str] = {
    "search.missed.form": "Gofynnwyd am: “{term}”. Mae ffurf arall arno yn y cofnod: “{found}”, yn {field}. Dylech fyrhau'r gair i'w fôn, neu ychwanegu'r ffurf hon.",
    "search.missed.apart": "Gofynnwyd am: “{term}”, gyda hyn o eiriau eraill rhyngddynt ar y mwyaf: {k}. Yn y cofnod mae {between} rhyngddynt: “{found}”, yn {field}.",
    "search.missed.order": "Gofynnwyd am: “{term}”, yn y drefn hon. Mae'r geiriau mewn trefn arall yn y cofnod: “{found}”, yn {field}.",
    "search.missed.scattered": "Gofynnwyd am: “{term}”. Mae'r geiriau i gyd yn y cofnod, ond ymhell o'i gilydd neu mewn meysydd gwahanol.",
    "search.missed.one-missing": "Gofynnwyd am: “{term}”. Mae'r cyfan yn y cofnod heblaw un: “{missing}”.",
    "search.missed.other-field": "Gofynnwyd am: “{term}”, yn y meysydd hyn yn unig: {asked}. Mae yn y cofnod mewn man arall: “{found}”, yn {field}.",
    "search.missed.heading-as-words": "Gofynnwyd am bennawd pwnc: “{term}”. Nid oes pennawd o'r fath gan y cofnod, ond mae'r geiriau ynddo: “{found}”, yn {field}.",
    "search.missed.language": "Gofynnwyd am gofnodion yn yr ieithoedd hyn: {asked}. Mae hwn yn: {found}.",
    "search.missed.language-unknown": "Gofynnwyd am gofnodion yn yr ieithoedd hyn: {asked}. Nid yw'r cofnod yn nodi ei iaith.",
    "search.missed.date": "Gofynnwyd am gofnodion o “{start}” hyd at “{end}”. Dyddiad y cofnod hwn yw “{found}”.",
    "search.missed.date-unknown": "Gofynnwyd am gofnodion o “{start}” hyd at “{end}”. Nid oes dyddiad y gellir ei ddarllen gan y cofnod.",
    "search.missed.dropped": "Mae'r chwiliad yn gadael allan bopeth sydd â: “{term}”. Mae yn y cofnod: “{found}”, yn {field}.",
    "search.missed.nothing-near": "Nid oes dim yn y cofnod yn dod yn agos at unrhyw derm yn y llinell hon.",
    "search.missed.no-abstract": "Nid oes crynodeb gan y cofnod, felly nid oedd llawer i'w chwilio. Edrychwch ar y testun llawn cyn newid y strategaeth.",
    "search.missed.block": "Nid yw llinell “{block}” yn ei ganfod. {reasons}",
    "search.missed.block-or": "Nid yw llinell “{block}” yn ei ganfod, na'r un llinell a allai gymryd ei lle ({others}). {reasons}",
    "search.run-field.title": "y teitl",
    "search.run-field.abstract": "y crynodeb",
    "search.run-field.keywords": "yr allweddeiriau",
    "search.run-field.headings": "y penawdau pwnc",
    "search.run-field.author": "yr awduron",
    "search.run-field.affiliation": "sefydliadau'r awduron",
    "search.run-field.journal": "y cyfnodolyn",
    "search.run-field.full": "y testun llawn",
    "search.fault.line-missing": "Nid oes llinell o'r enw “{name}”. Ysgrifennwch enw llinell sydd yno, neu ychwanegwch y llinell.",
    "search.fault.line-cycle": "Mae llinell “{name}” yn arwain yn ôl ati ei hun, felly nid oes diwedd iddi. Tynnwch ei henw o'r llinell, neu o'r rhai y mae'n eu henwi.",
    "search.fault.near-many": "Yma mae gofyn i nifer y rhannau hyn fod yn agos at ei gilydd: {found}. Y mwyaf y gellir ei redeg yw {most}. Rhannwch nhw'n sawl chwiliad wedi'u cysylltu ag AND.",
    "search.fault.date-unreadable": "Ni ellir darllen y dyddiadau o “{start}” hyd at “{end}”. Ysgrifennwch flwyddyn, neu ddyddiad fel 2020-03 neu 2020-03-31.",
    "search.fault.nested-too-deep": "Mae cromfachau neu linellau y tu mewn i'w gilydd ormod o weithiau i'w rhedeg. Rhannwch y chwiliad yn fwy o linellau.",
    "search.fault.strategy-empty": "Nid oes llinell yn y strategaeth eto. Ychwanegwch linell gyda chwiliad.",
    "search.fault.terms-many": "Mae mwy o rannau yn y llinell na hyn: {most}. Felly ni chyfrifwyd beth mae pob un yn ei gyfrannu. Rhannwch y llinell i'w weld.",
    "search.fault.field-not-here": "Nid oes gan y cofnodion yma y meysydd hyn: {fields}. Ni chanfyddir dim ynddynt yma; efallai y gwneir ar y platfform.",
    "search.fault.heading-as-keyword": "Pennawd pwnc yw “{term}”. Yma mae'n canfod cofnodion sydd â'r pennawd ymhlith eu hallweddeiriau, beth bynnag fo'r eirfa.",
    "search.fault.heading-alone": "Pennawd pwnc gyda phob un culach yw “{term}”. Yma dim ond y pennawd ei hun a ganfyddir, ymhlith yr allweddeiriau.",
    "search.fault.mapped-as-and": "Byddai'r platfform yn cysylltu'r geiriau hyn â phenawdau a chyfystyron. Yma rhaid i bob un o'r geiriau fod yn y cofnod.",
    "search.fault.near-nothing": "Nid gair nac ymadrodd yw'r rhan hon o chwiliad agosrwydd, felly ni all dim fod yn agos ati. Rhowch air, ymadrodd, neu eiriau wedi'u cysylltu ag OR yno.",
}
