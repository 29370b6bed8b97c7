"""Welsh: what is wrong with a file, and what to do about it."""

TEMPLATES: dict[str, str] = {
    "problem.line": "llinell {line}",
    "problem.entry": "cofnod {id}",
    "problem.unexplained": "Nid yw rhywbeth fel y dylai fod ({code}). Cymharwch ef â'r disgrifiad o'r fformat.",
    # Files
    "problem.file-too-large": (
        "Mae'r ffeil yn rhy fawr: {size} beit, a {largest} yw'r mwyaf a ganiateir. Defnyddiwch un lai."
    ),
    "problem.file-unreadable": (
        "Ni ellir darllen y ffeil ({reason}). Gwiriwch ei bod yno a bod hawl gennych i'w darllen."
    ),
    "problem.archive": (
        "Archif yw hon, er enghraifft ffeil zip. Dadbaciwch hi, a rhowch y ffolder neu'r ffeil sydd ynddi."
    ),
    "problem.not-utf8": "Nid yw'r testun ar ffurf UTF-8. Cadwch y ffeil fel UTF-8.",
    "problem.hidden-character": (
        "Mae nod cudd yma ({character}), a all newid yr hyn y mae'r testun yn ymddangos ei fod yn ei ddweud. Tynnwch "
        "ef allan."
    ),
    "problem.too-deep": (
        "Mae'r gwerthoedd wedi'u nythu'n rhy ddwfn. Rhowch lai o restrau neu dablau y tu mewn i'w gilydd."
    ),
    "problem.not-csv": "Nid yw hwn yn CSV dilys ({reason}). Gwiriwch y dyfynodau.",
    "problem.not-toml": "Nid yw hwn yn TOML dilys ({reason}). Gwiriwch y dyfynodau, y cromfachau a'r hafalnodau.",
    "problem.name-twice": "Mae hwn yn ymddangos ddwywaith yn yr un gwrthrych. Cadwch un o'r ddau.",
    "problem.not-json": "Nid yw hwn yn JSON dilys ({reason}). Gwiriwch y dyfynodau, y cromfachau a'r atalnodau.",
    "problem.row-length": (
        "Nifer celloedd y rhes: {found}. Nifer celloedd y pennawd: {expected}. Gwiriwch yr atalnodau a'r dyfynodau."
    ),
    "problem.not-entries": (
        "Dylai hwn fod yn rhestr o gofnodion neu'n dabl o feysydd. Cymharwch ef â'r disgrifiad o'r fformat."
    ),
    "problem.not-as-built": (
        "Nid yw'r ffeil fel y'i lluniwyd: cafodd ei newid, neu nid yw'n gyfan. Lluniwch yr argraffiad eto."
    ),
    "problem.entities": (
        "Mae'r ffeil yn datgan endidau neu fath o ddogfen. Nid oes angen hynny ar unrhyw allforiad o gyfeiriadau, ac mae "
        "ymosodiadau'n ei ddefnyddio. Ni ddarllenwyd dim ohoni. Allforiwch y cyfeiriadau o'r newydd."
    ),
    "problem.unpacks-too-large": (
        "Byddai'r gweithlyfr yn dadbacio i {size} beit, lle mai {largest} yw'r mwyaf, neu mae wedi'i bacio'n wahanol i unrhyw "
        "weithlyfr. Cadwch y daflen sy'n cynnwys y cofnodion yn unig, neu cadwch hi fel CSV."
    ),
    "problem.not-xlsx": (
        "Ni ellir darllen y gweithlyfr: mae wedi'i ddifrodi, wedi'i gloi â chyfrinair, neu nid yw'n XLSX. Agorwch ef mewn "
        "rhaglen daenlen a'i gadw eto, neu ei gadw fel CSV."
    ),
    "problem.register-empty": "Nid oes pobl yn y rhestr. Ysgrifennwch un person ym mhob rhes o dan enwau'r colofnau.",
    "problem.register-columns-unknown": (
        "Nid oes colofn yn dweud pwy yw'r bobl. Rhowch yr enw “Enw”, “E-bost” neu “ID” ar un yn y rhes gyntaf, neu nodwch "
        "pa golofn yw pa un."
    ),
    "problem.register-too-long": "Mae mwy na {most} o bobl yn y rhestr. Rhowch rai'r gweithdy hwn yn unig.",
    "problem.too-many-columns": "Mae gan y daflen fwy o golofnau na {most}. Dilëwch y rhai nad ydynt yn dal cofnodion.",
    # Fields and values
    "problem.unknown-field": "Nid oes maes o'r enw hwnnw. Gwiriwch y sillafu, neu tynnwch ef allan.",
    "problem.missing-field": "Mae'r maes hwn ar goll. Llenwch ef.",
    "problem.unknown-value": "Nid yw “{value}” yn un o'r gwerthoedd. Gwiriwch y sillafu.",
    "problem.unknown-value.known": "Dyma'r gwerthoedd: {known}.",
    "problem.wrong-type": "Mae'r gwerth o'r math anghywir. Dyma'r hyn y dylai fod: {expected}.",
    "problem.wrong-type.found": "Dyma'r hyn ydyw: {found}.",
    "problem.invalid": "Ni ellir defnyddio'r gwerth ({reason}). Cywirwch ef.",
    "problem.text-too-long": "Mae'r testun yn rhy hir. Y nifer fwyaf o nodau yw {longest}. Byrhewch ef.",
    "problem.bad-condition": "Nid yw “{part}” yn amod. Ysgrifennwch ef ar y ffurf “maturity at-most early”.",
    # Situations
    "problem.other-edition": (
        "Ysgrifennwyd hwn ar gyfer yr argraffiad “{value}”, a'r un sy'n cael ei ddefnyddio yw “{edition}”. Defnyddiwch "
        "yr argraffiad arall, neu newidiwch y llinell hon."
    ),
    "problem.unknown-id": (
        "Nid oes gan yr argraffiad ddim o'r enw “{value}” yma. Gwiriwch y sillafu, neu tynnwch ef allan."
    ),
    "problem.unknown-dimension": (
        "Nid yw'r argraffiad yn gofyn dim o'r enw “{value}”. Gwiriwch y sillafu, neu tynnwch ef allan."
    ),
    "problem.one-value": "Disgwylir un gwerth yma. Nifer y gwerthoedd a roddwyd: {found}. Cadwch un.",
    # Editions
    "problem.unknown-reference": (
        "Nid oes gan yr argraffiad ddim o'r enw “{value}”. Gwiriwch y sillafu, neu ychwanegwch ef."
    ),
    "problem.bad-id": "Ni all “{value}” fod yn god. Defnyddiwch lythrennau bach, rhifau a chysylltnodau unigol.",
    "problem.too-many-entries": "Mae gormod o gofnodion yma: y nifer mwyaf yw {most}. Tynnwch rai allan.",
    "problem.doubled-id": "Defnyddir y cod fwy nag unwaith (nifer: {count}). Rhowch ei god ei hun i bob cofnod.",
    "problem.need-never-met": (
        "Mae angen hwn ar gysylltiad {relation}, ond ni all unrhyw ateb ddweud ei fod yno. Gosodwch `asked = true`, "
        "neu ysgrifennwch `when`."
    ),
    "problem.wrong-operator": (
        "Nid yw “{operator}” yn cyd-fynd â “{dimension}”, sydd o'r math hwn: {kind}. Defnyddiwch weithredydd arall."
    ),
    "problem.wrong-sum": (
        "Nid yw'r cyfanswm yn gywir ({where}): yn ôl y ffeil, {found}; yn ôl y rhifau eraill, {expected}. Gwiriwch hwy "
        "yn erbyn y ffynhonnell."
    ),
    "problem.unreachable": (
        "Nid oes dim yn arwain at y canfyddiad hwn. Rhowch gam gweithredu neu gategori iddo, neu'r categori "
        "`cross-cutting`."
    ),
    "problem.action-without-evidence": (
        "Nid oes unrhyw ganfyddiad o blaid y cam gweithredu hwn. Ychwanegwch un, neu tynnwch y cam gweithredu allan."
    ),
    "problem.not-edtf": "Nid yw “{value}” yn ddyddiad EDTF. Ysgrifennwch ef fel 2021, 2021-05 neu 2019/2022.",
    "problem.cycle": (
        "Mae'r camau gweithredu hyn yn aros am ei gilydd mewn cylch: {path}. Tynnwch un o'r anghenion i ffwrdd."
    ),
    # Files of records
    "problem.no-records": "Nid oes cofnod yn y ffeil hon. Gwiriwch mai dyma'r allforiad cywir ac nad yw'n wag.",
    "problem.format-not-known": "Nid oes fformat “{value}”. Dyma'r rhai sydd: {known}.",
    "problem.format-not-recognised": "Ni chafodd fformat y ffeil hon ei adnabod. Enwch ef â `--format`, neu allforiwch y cofnodion fel RIS.",
    "problem.not-a-file": "Nid yw hon yn ffeil y gellir ei darllen: ffolder, piben neu ddyfais ydyw. Rhowch y ffeil ei hun.",
    "problem.line-too-long": "Mae'r llinell hon yn hirach nag y gall unrhyw linell o gofnod fod. Gwiriwch fod y ffeil yn gyfan ac o'r math cywir.",
    "problem.format-not-written": "Ni ellir ysgrifennu cofnodion fel “{value}”. Dyma'r rhai sydd: {known}.",
    "problem.import-unwritable": "Ni ellir storio'r mewnforiad yma ({reason}). Ni chadwyd dim. Gwnewch le, neu dewiswch ffolder arall.",
    "problem.export-unwritable": "Ni ellir ysgrifennu'r ffeil ({reason}). Dewiswch le arall, neu gwnewch le.",
    "problem.not-an-import-folder": "Nid yw hon yn ffolder o fewnforion: nid oes ffolder `imports` ynddi. Mewnforiwch ffeil iddi yn gyntaf.",
    # Kinds of values
    "type.str": "testun",
    "type.int": "rhif cyfan",
    "type.float": "rhif",
    "type.bool": "`true` neu `false`",
    "type.array": "rhestr",
    "type.object": "tabl o feysydd",
    "type.null": "dim byd",
    "type.other": "rhywbeth arall",
    "problem.list-not-text": "Llyfr gwaith, PDF neu ffeil arall yw hon, nid rhestr blaen. Cadwch y rhestr ar ffurf CSV, a rhowch y ffeil honno.",
    "problem.list-columns-unknown": "Nid yw'r rhes gyntaf yn enwi'r colofnau. Mae angen “number”, a “finding_en” neu “finding_cy”. Y colofnau yw: {known}.",
    "problem.list-too-long": "Mae mwy na {most} o ganfyddiadau yn y rhestr. Rhowch y rhai y gall y gweithdy eu trafod yn unig.",
    "problem.list-empty": "Nid oes canfyddiadau yn y rhestr. Ysgrifennwch un canfyddiad ym mhob rhes o dan enwau'r colofnau.",
    "problem.list-number-unreadable": "Ni all “{value}” fod yn rhif canfyddiad. Defnyddiwch hyd at 20 o briflythrennau, rhifau a chysylltnodau, megis 12, F012 neu B-3.",
    "problem.list-number-twice": "Mae rhif {value} eisoes ar linell {first}. Rhowch ei rif ei hun i bob canfyddiad.",
    "problem.list-translated-twice": "Mae Cymraeg arall i “{value}” ar linell {first}. Defnyddiwch yr un geiriau yn y ddwy res.",
    "problem.list-action-in-two": "Mae'r cam gweithredu “{value}” mewn categori arall ar linell {first}. Rhowch ef mewn un.",
    "problem.no-findings": "Nid oes canfyddiadau yn yr argraffiad, felly nid oes gan weithdy ddim i'w drafod. Ychwanegwch rai.",
    "problem.asks-nothing": "Canfyddiadau'n unig sydd yn yr argraffiad hwn, ac nid yw'n gofyn dim, felly ni all gwefan roi cyngor ohono. Defnyddiwch ef ar gyfer gweithdai, neu rhowch un arall ar y wefan.",
    "problem.zip-broken": "Ni ellir dadbacio'r ffeil zip: mae wedi'i difrodi, neu nid ffeil zip yw hi. Rhowch ffolder yr argraffiad mewn ffeil zip eto.",
    "problem.zip-too-many": "Mae mwy na {most} o ffeiliau yn y ffeil zip. Rhowch ffolder yr argraffiad yn unig ynddi.",
    "problem.zip-no-edition": "Nid oes `edition.toml` yn y ffeil zip. Rhowch ffolder argraffiad ynddi.",
    "problem.zip-two-editions": "Mae sawl ffeil `edition.toml` yn y ffeil zip. Rhowch ffolder un argraffiad ynddi.",
    "problem.zip-locked": "Mae cyfrinair ar y ffeil zip, neu mae wedi'i phacio mewn ffordd na ellir ei darllen yma. Gwnewch y ffeil zip eto heb hynny.",
    "problem.zip-too-large": "Byddai'r ffeil zip yn dadbacio i fwy na {largest} beit. Rhowch ffeiliau un argraffiad yn unig ynddi.",
    "problem.breakout-no-name-column": "Nid oes colofn sy'n dweud pwy yw'r bobl. Galwch un yn “Enw” neu “Cod”. Y colofnau yw: {known}.",
    "problem.breakout-no-column": "Nid oes colofn “{value}” i gymysgu'r grwpiau yn ei hôl. Y colofnau yw: {known}.",
    "problem.breakout-column-twice": "Mae'r golofn “{value}” yn golygu'r un peth â'r golofn “{other}”. Ailenwch un ohonynt, neu tynnwch hi allan.",
    "problem.breakout-row-long": "Mae gan y rhes {found} o gelloedd a'r rhes gyntaf {expected}. Gwiriwch y gwahanwyr a'r dyfynodau.",
    "problem.breakout-person-unnamed": "Nid oes enw yn y rhes, neu mae ynddo fwy na {most} o nodau. Rhowch enw neu god i'r person, neu dilëwch y rhes.",
    "problem.breakout-person-twice": "Mae “{value}” eisoes ar linell {first}. Dilëwch un o'r ddau, neu gwahaniaethwch rhyngddynt yn ôl eu henwau.",
    "problem.breakout-person-unknown": "Nid oes neb yn y rhestr o'r enw “{value}”. Ysgrifennwch yr enw fel y mae yn y rhestr, neu ychwanegwch y person.",
    "problem.breakout-person-self": "“{value}” yw person y rhes hon. Enwch rywun arall, neu gadewch hi'n wag.",
    "problem.breakout-rounds-unreadable": "Nid yw “{value}” yn dweud pa rowndiau. Ysgrifennwch rifau o 1 i 12, fel 1-3 neu 1, 2, 4, neu gadewch hi'n wag am bob un.",
    "problem.breakout-facilitates-unreadable": "Nid yw “{value}” yn dweud pa grŵp. Ysgrifennwch rif grŵp, ie am unrhyw grŵp, neu na.",
    "problem.breakout-welsh-unreadable": "Nid yw “{value}” yn glir yma. Ysgrifennwch ie, gallu neu na.",
    "problem.breakout-people-none": "Nid oes pobl yn y rhestr. Ysgrifennwch enwau'r colofnau yn y rhes gyntaf ac un person ym mhob rhes oddi tani.",
    "problem.breakout-people-many": "Nifer y bobl yn y rhestr: {found}. Gellir cynllunio ar gyfer {most} ar y mwyaf. Rhannwch hi.",
    "problem.breakout-people-too-many": "Yn rownd {round}, mae {people} o bobl yn ormod i'r grwpiau: ni chaiff yr un grŵp fod â mwy na {largest}. Nifer y grwpiau a wnâi'r tro: {numbers}.",
    "problem.breakout-people-too-few": "Yn rownd {round}, mae rhy ychydig o bobl i'r grwpiau ({people}): ni chaiff yr un grŵp fod â llai na {smallest}. Nifer y grwpiau a wnâi'r tro: {numbers}.",
    "problem.breakout-clash-together": "Gwrthdaro {clash}: mae “{one}” a “{other}” i fod gyda'i gilydd. Ni ellir cadw pob dymuniad yn y gwrthdaro hwn.",
    "problem.breakout-clash-apart": "Gwrthdaro {clash}: mae “{one}” a “{other}” i fod ar wahân. Ni ellir cadw pob dymuniad yn y gwrthdaro hwn.",
    "problem.breakout-clash-facilitates": "Gwrthdaro {clash}: mae “{one}” i hwyluso grŵp {group}. Ni ellir cadw pob dymuniad yn y gwrthdaro hwn.",
    "problem.breakout-clash-welsh": "Gwrthdaro {clash}: mae “{one}” yn dymuno'r grŵp cyfrwng Cymraeg. Ni ellir cadw pob dymuniad yn y gwrthdaro hwn.",
    "problem.breakout-drop-together": "Digon i'w ollwng, {number} o {count}: “{one}” a “{other}” gyda'i gilydd.",
    "problem.breakout-drop-apart": "Digon i'w ollwng, {number} o {count}: “{one}” a “{other}” ar wahân.",
    "problem.breakout-drop-facilitates": "Digon i'w ollwng, {number} o {count}: “{one}” yn hwyluso grŵp {group}.",
    "problem.breakout-drop-welsh": "Digon i'w ollwng, {number} o {count}: “{one}” yn y grŵp cyfrwng Cymraeg.",
    "problem.breakout-not-found": "Ni chanfuwyd cynllun sy'n cadw pob dymuniad, er na ddangoswyd bod hynny'n amhosibl. Rhowch fwy o amser i'r chwiliad, neu gollyngwch rai dymuniadau.",
    "problem.breakout-people-no-number": "Ni wnâi unrhyw nifer o grwpiau'r tro. Er mwyn cael {largest} mewn grŵp ar y mwyaf, mae angen {fewest} neu fwy o grwpiau; er mwyn cael {smallest} o leiaf, mae pobl ar gyfer {most} neu lai. Gadewch i'r grwpiau fod yn fwy neu'n llai, arhoswch nes bod rhagor wedi cofrestru, neu edrychwch pwy sydd yno ym mha rowndiau.",
    "problem.breakout-welsh-too-few": "Mae rhy ychydig sy'n siarad Cymraeg i grŵp cyfrwng Cymraeg yn rownd {round}: {people}, ac mae angen {fewest} o leiaf. Gofynnwch i fwy o bobl a allant gymryd rhan yn Gymraeg, gadewch i grwpiau fod yn llai, neu gadewch i'r rhai sydd am gael y Gymraeg ymuno â'r grwpiau eraill.",
    "problem.breakout-welsh-too-many": "Rhaid i fwy o bobl fod yn y grwpiau cyfrwng Cymraeg yn rownd {round} nag sydd o le ynddynt: {people}, ac mae lle i {most}. Defnyddiwch fwy o grwpiau cyfrwng Cymraeg, neu rai mwy.",
    "problem.breakout-others-too-few": "Mae rhy ychydig i'r grwpiau nad ydynt yn rhai cyfrwng Cymraeg yn rownd {round}: {people}, ac mae angen {fewest} o leiaf. Defnyddiwch lai o grwpiau, neu gadewch i rai sydd am gael y Gymraeg ymuno â'r lleill.",
    "problem.breakout-others-too-many": "Yn rownd {round} mae mwy o bobl nad ydynt yn siarad Cymraeg nag sydd o le yn y grwpiau eraill: {people}, ac mae lle i {most}. Defnyddiwch fwy o grwpiau.",
}
