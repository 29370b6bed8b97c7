"""Welsh: ready-made questions for a poll of partners."""

TEMPLATES: dict[str, str] = {
    "poll.ready.terms.words": "Pa eiriau y mae pobl o'ch cwmpas yn eu defnyddio am yr hyn yr ydym yn edrych arno?",
    "poll.ready.terms.hint": (
        "Ysgrifennwch bob gair neu ymadrodd byr y gwyddoch amdano, yn y naill iaith neu'r llall. Byddwn yn chwilio am "
        "bob un ohonynt."
    ),
    "poll.ready.evidence.words": "Pa fathau o dystiolaeth y dylem eu cynnwys?",
    "poll.ready.evidence.hint": "Dewiswch gynifer ag y mynnwch.",
    "poll.ready.evidence.option.research": "Ymchwil mewn cyfnodolion academaidd",
    "poll.ready.evidence.option.reports": "Adroddiadau gan sefydliadau, y tu allan i gyfnodolion",
    "poll.ready.evidence.option.evaluations": "Gwerthusiadau o brosiectau neu wasanaethau",
    "poll.ready.evidence.option.cases": "Straeon ac astudiaethau achos o arfer",
    "poll.ready.evidence.option.media": "Ffilmiau, sleidiau, blogiau a newyddion",
    "poll.ready.evidence.option.experience": "Yr hyn a ddywed pobl a fu'n rhan ohono",
    "poll.ready.scope.words": "Pa mor bell y dylem edrych?",
    "poll.ready.scope.hint": "Po bellaf yr edrychwn, y lleiaf o amser sydd ar gyfer pob ffynhonnell.",
    "poll.ready.scope.option.local": "Ein hardal ni yn unig",
    "poll.ready.scope.option.wales": "Cymru",
    "poll.ready.scope.option.uk": "Y Deyrnas Unedig",
    "poll.ready.scope.option.similar": "Gwledydd tebyg i'n gwlad ni",
    "poll.ready.scope.option.world": "Unrhyw le yn y byd",
    "poll.ready.sources.words": "Pa mor ddefnyddiol fyddai pob un o'r rhain i ddod o hyd i ffynonellau?",
    "poll.ready.sources.hint": (
        "1 yw'r lleiaf defnyddiol, a 5 yw'r mwyaf defnyddiol. Gadewch allan yr hyn na allwch ei farnu."
    ),
    "poll.ready.sources.option.databases": "Chwilio cronfeydd data ymchwil",
    "poll.ready.sources.option.websites": "Chwilio gwefannau sefydliadau",
    "poll.ready.sources.option.call": "Galwad agored am astudiaethau achos",
    "poll.ready.sources.option.networks": "Gofyn i rwydweithiau a chyrff ymbarél ei rhannu",
    "poll.ready.sources.option.members": "Aelodau'n anfon yr hyn y gwyddant amdano",
    "poll.ready.sources.option.references": "Dilyn cyfeiriadau'r hyn y down o hyd iddo",
}
