"""Welsh: workshops, from registering to the chapter of the report. Codes are those of `plethu.workshop`."""

TEMPLATES: dict[str, str] = {
    # Rows of a list that was taken in
    "workshop.row.nobody": "Nid yw'r rhes yn enwi neb. Rhowch enw, cyfeiriad e-bost neu god.",
    "workshop.row.cancelled": "Cafodd y lle ei ganslo (“{value}”), ac ni chafodd ei dderbyn.",
    "workshop.row.id-length": "Mae'r cod yn hwy na {most} nod. Byrhewch ef yn y rhestr.",
    "workshop.row.cell-too-long": "Mae cell yn hwy na {most} nod. Byrhewch hi yn y rhestr.",
    "workshop.row.row-twice": "Yr un person sydd yma ag yn llinell {first}, a dderbyniwyd.",
    "workshop.row.already-registered": "Roedd y person hwn ar y gofrestr eisoes ac nid oes dim yn newid.",
    "workshop.row.value-unknown": (
        "Nid yw “{value}” yn un o atebion y gweithdy hwn. Gadawyd hyn yn wag: dewiswch un â llaw."
    ),
    "workshop.row.round-unknown": "Ni ellid darllen rowndiau yn “{value}”. Dewiswch hwy â llaw.",
    "workshop.row.account": (
        "Rhesi: {rows}. Pobl a dderbyniwyd: {people}. Dyblygiadau: {duplicates}. Gwrthodwyd: {refused}."
    ),
    "workshop.row.column": "Darllenwyd “{name}” fel: {field}",
    "workshop.row.consent-no": "Ni chytunodd y person hwn i gymryd rhan, ac ni chafodd ei dderbyn.",
    "workshop.row.consent-unclear": (
        "Nid yw “{value}” yn golygu ie na nage. Derbyniwyd y person, a gofynnir iddo pan fydd yn defnyddio'i ddolen am y tro cyntaf."
    ),
    "workshop.row.cells-beyond": (
        "Mae gan y rhes fwy o gelloedd nag sydd o golofnau: {number}. Gadawyd hwy o'r neilltu: edrychwch a yw'r rhes yn gyfan."
    ),
    "workshop.row.quote-not-closed": (
        "Nid yw dyfynnod wedi'i gau. Derbyniwyd y rhes fel y mae: edrychwch a yw hi'n gyfan."
    ),
    "workshop.row.line-encoding": (
        "Roedd rhai llythrennau mewn amgodiad arall na'r rhestr: edrychwch a yw'r enw'n gywir."
    ),
    "workshop.row.email-doubtful": "Ni all hwn fod yn gyfeiriad e-bost. Fe'i cadwyd fel y mae: edrychwch arno.",
    "workshop.row.name-twice": (
        "Derbyniwyd yr enw cyfan; mae'r enw cyntaf neu'r cyfenw wrth ei ymyl yn dweud rhywbeth arall."
    ),
    "workshop.row.status-unclear": ("Y statws yw “{value}”. Derbyniwyd y person: tynnwch ef allan os na fydd yn dod."),
    "workshop.row.came-unclear": "Nid yw “{value}” yn dweud a ddaeth y person. Nodwch hyn ar y diwrnod.",
    "workshop.row.facilitates-unclear": (
        "Nid rhif grŵp yw “{value}”. Dewiswch â llaw a yw'r person yn gofalu am grŵp."
    ),
    "workshop.row.companion-to-settle": (
        "Enwau pobl nad ydynt yn y rhestr: {number}. Maent yn aros ymhlith y dymuniadau, i chi ddweud pwy sydd dan sylw."
    ),
    "workshop.row.companion-self": "Ni ellir cadw neb gydag ef ei hun nac ar wahân iddo'i hun. Hepgorwyd hyn.",
    "workshop.row.column-left": "Gadawyd “{name}” o'r neilltu. Celloedd â rhywbeth ynddynt: {cells}.",
    "workshop.row.column-id": ("Darllenwyd “{name}” er mwyn gwahaniaethu rhwng pobl. Mae gan bawb god y gweithdy hwn."),
    "workshop.row.column-status": "Darllenwyd “{name}” i weld pwy sydd wedi canslo.",
    "workshop.row.column-consent": (
        "Darllenwyd “{name}” i weld pwy a wrthododd. Nid yw cytuno mewn system arall yn gyfystyr â chytuno i'r gweithdy hwn: gofynnir i bawb pan fyddant yn defnyddio'u dolen am y tro cyntaf."
    ),
    "workshop.row.lacking": "Heb ateb i “{field}”: {number} o {people} o bobl.",
    # Values of what is asked, and how small ones merge
    "workshop.context.doubled": "Mae “{value}” yn y rhestr ddwywaith. Tynnwch un allan.",
    "workshop.context.unnamed": "Mae gwerth heb enw neu heb god. Rhowch y ddau iddo.",
    "workshop.context.broader-unknown": (
        "Mae “{value}” yn uno â rhywbeth nad yw yn y rhestr. Ychwanegwch hwnnw, neu dewiswch un arall."
    ),
    "workshop.context.circle": (
        "Mae “{value}”, trwy rai eraill, yn uno ag ef ei hun. Gadewch i un ohonynt sefyll ar ei ben ei hun."
    ),
    "workshop.context.too-deep": (
        "Mae “{value}” fwy na phedwar cam islaw'r gwerth ehangaf. Gadewch iddo uno ag un sy'n nes."
    ),
    "workshop.attribute.sector": "Y sector",
    "workshop.attribute.level": "Lefel y rôl",
    "workshop.attribute.area": "Ardal",
    "workshop.attribute.scale": "Graddfa'r gwaith",
    # Contributions
    "workshop.contribution.text-empty": "Does dim i'w anfon eto. Ysgrifennwch rywbeth yn gyntaf.",
    "workshop.contribution.text-too-long": "Mae hyn yn hwy na 10,000 o nodau. Anfonwch ef fesul rhan.",
    "workshop.contribution.finding-unknown": "Nid yw'r canfyddiad hwn yn rhan o'r gweithdy. Dewiswch un sydd.",
    "workshop.contribution.round-unknown": "Nid oes gan y gweithdy rownd o'r fath. Dewiswch un sydd ganddo.",
    "workshop.contribution.group-unknown": "Nid oes grŵp o'r fath. Dewiswch un sy'n bod.",
    "workshop.spoken.echo": "Dyma fy mhrofiad i hefyd",
    "workshop.spoken.challenge": "Mae fy mhrofiad i'n wahanol",
    "workshop.spoken.add": "Hoffwn ychwanegu rhywbeth",
    "workshop.spoken.unsure": "Ddim yn siŵr",
    "workshop.speaker.participant": "Cyfranogwr",
    "workshop.speaker.facilitator": "Nodyn hwylusydd",
    # Coding
    "workshop.aspect.action": "Cam gweithredu",
    "workshop.aspect.practice": "Arfer",
    "workshop.aspect.condition": "Amod",
    "workshop.aspect.factor": "Ffactor",
    "workshop.aspect.challenge": "Her",
    "workshop.aspect.example": "Enghraifft",
    "workshop.coding.contribution-unknown": "Nid oes cyfraniad o'r fath. Dewiswch un sy'n bod.",
    "workshop.coding.finding-unknown": "Nid oes gan yr argraffiad ganfyddiad o'r fath. Gwiriwch ei rif.",
    "workshop.coding.action-unknown": "Nid oes gan yr argraffiad gam gweithredu o'r fath. Dewiswch un sydd ganddo.",
    "workshop.coding.voice-unknown": (
        "Nid yw'r llais hwn yn y rhestr. Dewiswch un sydd, a chadwch eiriau'r siaradwr wrth ei ymyl."
    ),
    "workshop.coding.against-nothing": (
        "Nid yw'r codio'n dweud am beth y mae. Dewiswch ganfyddiad neu gam gweithredu; lle nad oes un yn addas, "
        "cynigiwch gam newydd."
    ),
    "workshop.coding.stance-needs-finding": "Dim ond canfyddiad y gellir ei ategu neu ei herio. Dewiswch y canfyddiad.",
    "workshop.coding.proposal-unknown": "Nid oes cynnig o'r fath. Gwnewch y cynnig yn gyntaf.",
    "workshop.coding.proposal-where-one-fits": (
        "Dim ond lle nad oes canfyddiad na cham gweithredu'n addas y cynigir cam newydd. Tynnwch y naill neu'r "
        "llall allan."
    ),
    "workshop.coding.proposal-not-added": (
        "Mae'r hyn sy'n gofyn am gam newydd yn ychwanegu rhywbeth. Dewiswch “ychwanegwyd”."
    ),
    "workshop.coding.proposal-without-reason": "Nodwch pam nad oes yr un o'r camau gweithredu'n addas.",
    "workshop.coding.event-twice": "Mae'r newid hwn wedi'i wneud eisoes.",
    "workshop.coding.nothing-to-change": (
        "Nid oes dim i'w newid yma: nid yw'r codio yno mwyach, neu mae'r newid yn enwi un arall."
    ),
    "workshop.coding.undo-unknown": "Nid oes newid o'r fath i'w ddadwneud.",
    "workshop.coding.undone-already": (
        "Mae'r newid hwn wedi'i ddadwneud eisoes. I ddod ag ef yn ôl, dadwnewch y dadwneud."
    ),
    "workshop.agreement.figures": (
        "Mae'r ddau godiwr yn cytuno ar {agreed} o {items}: {share} %. Ar hap, byddai'n {expected} %."
    ),
    "workshop.agreement.kappa": "Kappa Cohen: {kappa} (cyfeiliornad safonol {error})",
    "workshop.agreement.kappa-undefined": "Nid yw kappa Cohen wedi'i ddiffinio yma.",
    "workshop.agreement.formula": (
        "κ = (p₀ − pₑ) / (1 − pₑ), lle mae p₀ yn gyfran y cytunir arni a pₑ yn gyfran ar hap (Cohen 1960, "
        "doi:10.1177/001316446002000104)"
    ),
    "workshop.agreement.counts": "Mae'r ddau godiwr yn cytuno ar {agreed} o {items}.",
    "workshop.agreement.too-few": (
        "Mae llai na 10 eitem yn rhy ychydig i ddweud i ba raddau y mae'r ddau yn cytuno. Edrychwch ar bob gwahaniaeth "
        "yn lle hynny."
    ),
    "workshop.agreement.few-items": (
        "Mae llai na 30 o eitemau. Byddai un yn fwy neu'n llai yn newid y ffigurau'n fawr: edrychwch ar y "
        "gwahaniaethau yn lle hynny."
    ),
    "workshop.agreement.rare-category": (
        "Dewiswyd categori lai na phum gwaith gan un o'r ddau. Mae kappa'n ansefydlog yno."
    ),
    "workshop.agreement.one-category": (
        "Dewisodd y ddau'r un categori drwyddi draw, felly ni ellir gwahaniaethu rhwng hap a chytundeb."
    ),
    "workshop.merge.proposal-unknown": "Nid oes cynnig o'r fath. Dewiswch un sy'n bod.",
    "workshop.merge.action-unknown": "Nid oes gan yr argraffiad gam gweithredu o'r fath. Dewiswch un sydd ganddo.",
    "workshop.merge.into-what": "Nodwch â beth yr unir y cynnig: un cynnig arall, neu un cam gweithredu.",
    "workshop.merge.no-reason": "Nodwch pam mae'r ddau yn un.",
    "workshop.merge.merged-already": "Mae'r cynnig hwn wedi'i uno eisoes. Gwahanwch ef yn gyntaf.",
    "workshop.merge.merge-self": "Ni ellir uno cynnig ag ef ei hun. Dewiswch un arall.",
    "workshop.merge.merge-circle": (
        "Mae hwnnw ei hun wedi'i uno â hwn. Gwahanwch ef yn gyntaf, neu unwch y ffordd arall."
    ),
    # Reading a text and signing it off
    "workshop.mask.person": "[enw]",
    "workshop.mask.name": "[rhyw enw]",
    "workshop.mask.organisation": "[sefydliad]",
    "workshop.mask.place": "[lle]",
    "workshop.mask.reach": "[manylion cyswllt]",
    "workshop.signing.undecided": "Nid yw popeth a gafwyd wedi'i benderfynu. Cuddiwch bob enw, neu gadewch ef.",
    "workshop.signing.not-in-text": "Nid yw'r hyn sydd i'w guddio yn y testun mwyach. Darllenwch y testun eto.",
    "workshop.signing.overlaps": "Mae dwy ran i'w cuddio yn gorgyffwrdd. Unwch hwy'n un.",
    "workshop.signing.by-nobody": "Rhaid i berson gymeradwyo'r testun. Mewngofnodwch yn gyntaf.",
    "workshop.signing.decided-already": (
        "Mae rhywun wedi penderfynu ar y testun hwn ers ichi ei agor. Agorwch ef i'w ddarllen eto os gwelwch bethau'n "
        "wahanol."
    ),
    "workshop.signing.hidden": "Cuddiwyd y cyfraniad gan gymedrolwr. Dangoswch ef yn gyntaf, neu daliwch ef yn ôl.",
    "workshop.signing.translation-undecided": (
        "Cafwyd enwau yn y cyfieithiad. Penderfynwch ar bob un o'r rheini hefyd, yna cymeradwywch ef."
    ),
    "workshop.signing.translation-not-in-text": "Nid yw'r hyn sydd i'w guddio yn y cyfieithiad mwyach.",
    "workshop.signing.translation-overlaps": "Mae dwy ran o'r cyfieithiad i'w cuddio yn gorgyffwrdd. Unwch hwy'n un.",
    "workshop.signing.state.unread": "Heb ei ddarllen eto",
    "workshop.signing.state.signed-off": "Wedi'i ddarllen a'i gymeradwyo",
    "workshop.signing.state.kept-back": "Wedi'i ddal yn ôl",
    "workshop.signing.advice": (
        "Cynnig yw'r hyn a gafwyd. Chwiliwch hefyd am yr hyn sy'n dweud pwy yw rhywun heb enw: rôl unigryw, "
        "digwyddiad, teulu."
    ),
    # Labels and releases
    "workshop.label.whole": "Rhywun a gymerodd ran",
    "workshop.label.others": "Pawb arall",
    "workshop.threshold.below-least": (
        "Ni chaiff unrhyw label na chell mewn tabl gynrychioli llai na {least} o bobl. Dewiswch rif mwy."
    ),
    "workshop.threshold.tables-below-labels": (
        "Mae ar dablau angen o leiaf gynifer o bobl â labeli. Codwch y rhif ar gyfer tablau."
    ),
    "workshop.threshold.lowered": (
        "Mae'r rhifau hyn yn is na'r arfer (5 ar gyfer labeli, 10 ar gyfer tablau). Y perchennog sy'n gyfrifol am "
        "hynny, a dywedir hynny lle bynnag y cyhoeddir rhywbeth."
    ),
    "workshop.breach.labels": (
        "O osod y rhain ochr yn ochr, gellid culhau'r siaradwr i lai na {least} o bobl: {inside}."
    ),
    "workshop.breach.table": (
        "O osod y tablau hyn ochr yn ochr, gellid cyfrifo grŵp o lai na {least} o bobl: {inside}."
    ),
    "workshop.breach.outside": "Yr hyn sydd ar ôl o dynnu'r rhain sy'n ei ddangos: {outside}.",
    "workshop.breach.instead": (
        "Unwch grwpiau bach, hepgorwch un o'r rhain, neu cyfrifwch fel yn y cyhoeddiad cynharach."
    ),
    "workshop.breach.weakened": (
        "Mae pobl wedi tynnu'n ôl ers cyhoeddi rhywbeth, ac mae grŵp yno bellach yn rhy fach. Ni ellir ei dynnu'n "
        "ôl; peidiwch â'i ddefnyddio eto."
    ),
    "workshop.breach.held": (
        "Mae'r rhai a ymunodd ar ôl cyhoeddi yn llai na {least}. Bydd yr hyn a ddywedwyd ganddynt yn aros nes bod mwy."
    ),
    "workshop.detail.kept": (
        "Mae'r labeli'n dweud {detail} o {full} cam o fanylder; {possible} ar y mwyaf y gellir eu dweud yn ddiogel."
    ),
    "workshop.anonymity.held": "Mae pob label yn cynrychioli o leiaf {least} o bobl a gymerodd ran.",
    "workshop.anonymity.no-register": (
        "Ni ellir cyfrifo cyn lleied o bobl y mae label yn eu cynrychioli: nid oes cofrestr o bwy gymerodd ran."
    ),
    "workshop.anonymity.too-few-people": (
        "Cymerodd llai o bobl ran nag y mae'n rhaid i label eu cynrychioli. Ni ellir dweud dim am eu cefndir."
    ),
    "workshop.consent.group": "Mae'r bobl yn eich grŵp yn clywed yr hyn a ddywedwch ac yn gwybod mai chi a'i dywedodd.",
    "workshop.consent.labels": (
        "Cyhoeddir yr hyn a ddywedwch heb eich enw. Wrth ei ymyl gall fod eich sector, lefel eich rôl, eich ardal "
        "neu raddfa eich gwaith, ond dim ond i'r graddau y mae o leiaf {least} o bobl yn eu rhannu."
    ),
    "workshop.consent.read": (
        "Bydd rhywun yn darllen pob testun cyn ei gyhoeddi ac yn tynnu enwau a lleoedd a allai ddangos pwy ydych chi."
    ),
    "workshop.consent.withdraw": (
        "Gallwch dynnu'n ôl â'ch dolen eich hun unrhyw bryd: caiff eich geiriau eu dileu, a'u tynnu o'r hyn a "
        "gyhoeddir yma. Gall pwy bynnag a gadwodd ffeil gynharach, ac sy'n gwybod eich bod wedi tynnu'n ôl, ganfod pa "
        "eiriau oedd yn eiddo i chi."
    ),
    "workshop.consent.contact": "Caiff eich manylion cyswllt eu dileu ar ôl y digwyddiad.",
    # Statements of the workshop
    "workshop.statement.statement-empty": "Mae'r datganiad yn wag. Ysgrifennwch yr hyn a ganfuwyd.",
    "workshop.statement.no-contributions": (
        "Nid yw'r datganiad yn seiliedig ar gyfraniad. Dewiswch y rhai y cafodd ei ysgrifennu ohonynt."
    ),
    "workshop.statement.contribution-unknown": "Nid yw un o'r cyfraniadau yno. Efallai ei fod wedi'i dynnu'n ôl.",
    "workshop.statement.contribution-withdrawn": (
        "Tynnodd rhywun yn ôl yr hyn yr oedd y datganiad hwn yn seiliedig arno. Darllenwch ef eto ochr yn ochr â'r hyn "
        "sydd ar ôl, a'i gadw."
    ),
    "workshop.statement.contribution-hidden": "Cuddiwyd un o'r cyfraniadau gan gymedrolwr. Hepgorwch ef.",
    "workshop.statement.contribution-held": (
        "Byddai un o'r cyfraniadau yn sefyll allan: hwylusydd a'i hysgrifennodd, rhywun y nodwyd na ddaeth, neu un o rai "
        "rhy ychydig a ymunodd yn hwyr. Hepgorwch ef am y tro."
    ),
    "workshop.statement.stance-not-coded": (
        "Nid yw un o'r cyfraniadau wedi'i godio â'r safbwynt hwn. Codiwch ef, neu dewiswch safbwynt arall."
    ),
    "workshop.statement.voice-not-safe": (
        "Mae un o'r lleisiau'n dweud mwy nag sy'n ddiogel, neu nid yw'n llais i neb a ddywedodd hyn. Dewiswch "
        "ymhlith y rhai a gynigir."
    ),
    "workshop.statement.action-and-proposal": (
        "Mae'r datganiad yn ymwneud â cham gweithredu ac ag un newydd. Dewiswch un o'r ddau."
    ),
    "workshop.statement.action-unknown": "Nid oes gan yr argraffiad gam gweithredu o'r fath. Dewiswch un sydd ganddo.",
    "workshop.statement.proposal-unknown": "Nid oes cynnig o'r fath. Dewiswch un sy'n bod.",
    "workshop.statement.bears-on-nothing": (
        "Nid yw'r datganiad yn dweud â beth y mae'n ymwneud. Dewiswch gam gweithredu neu gategori."
    ),
    "workshop.statement.finding-unknown": "Nid oes gan yr argraffiad ganfyddiad o'r fath. Gwiriwch ei rif.",
    "workshop.statement.stance-needs-finding": (
        "Nodwch pa ganfyddiad neu gam gweithredu sy'n cael ei ategu neu ei herio."
    ),
    # The chapter of the report
    "workshop.chapter.title": "Yr hyn a ddywedodd y gweithdy",
    "workshop.chapter.themes": (
        "Themâu ar draws cyfraniadau yw'r rhain. Nid pleidlais mohonynt, na barn pawb a gymerodd ran; ni chânt eu "
        "troi'n ganrannau."
    ),
    "workshop.chapter.of-whole": "Y gweithdy ar y cyfan",
    "workshop.chapter.of-category": "Ar y categori hwn yn ei gyfanrwydd",
    "workshop.chapter.echoed": "Ategwyd",
    "workshop.chapter.challenged": "Heriwyd",
    "workshop.chapter.added": "Ychwanegwyd",
    "workshop.chapter.bears-on": "Ynghylch canfyddiad {finding}",
    "workshop.chapter.voices": "Ymhlith y rhai a ddywedodd hyn: {items}",
    "workshop.chapter.labels": ("Wrth ymyl pob datganiad nodir sectorau pobl a ddywedodd hyn, a dim mwy am bwy ydynt."),
    "workshop.chapter.about-evidence": "Am y dystiolaeth a drafodwyd:",
    "workshop.chapter.among.discussed": "Soniwyd amdanynt, heb ddatganiad eu hunain: {items}.",
    "workshop.chapter.among.not-published": ("Ni chyhoeddir dim o'r hyn a ddywedwyd, o bosibl, amdanynt: {items}."),
    "workshop.chapter.among.nothing-said": (
        "Rhoddwyd gerbron y grwpiau, ac nid oedd cyfraniad neb yn ymwneud â hwy: {items}."
    ),
    "workshop.chapter.among.not-discussed": "Nis trafodwyd yn y gweithdy: {items}.",
    "workshop.chapter.additional": "Camau gweithredu ychwanegol",
    "workshop.chapter.no-additional": "Ni ychwanegodd y gweithdy gam gweithredu.",
    "workshop.chapter.footer": "Argraffiad",
    "workshop.chapter.page": "Tudalen",
    "workshop.discussion.discussed": "Trafodwyd yn y gweithdy",
    "workshop.discussion.not-published": "Ni chyhoeddir dim o'r hyn a ddywedwyd, o bosibl, am hyn.",
    "workshop.discussion.nothing-said": "Rhoddwyd hyn gerbron y grwpiau. Nid oedd cyfraniad neb yn ymwneud ag ef.",
    "workshop.discussion.not-discussed": "Nis trafodwyd yn y gweithdy",
}
