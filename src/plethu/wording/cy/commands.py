"""Welsh: the command line. Names of commands, options and files stay as they are typed."""

TEMPLATES: dict[str, str] = {
    # Help
    "command.about": (
        "Mae Plethu yn plethu llinynnau o dystiolaeth yn fframwaith gweithredu, ac yn dweud beth y gall cydweithrediad "
        "ei wneud nawr, beth all ddilyn, a sut i gyrraedd yno."
    ),
    "command.heading.commands": "Gorchmynion",
    "command.heading.site": "Gorchmynion y wefan",
    "command.heading.words": "Beth all ddilyn",
    "command.help-of-one": "I gael cymorth gydag un gorchymyn: `plethu help GORCHYMYN`",
    "command.languages": "Yn Saesneg: `plethu --lang en`, neu `LANGUAGE=en` yn yr amgylchedd.",
    "command.advise": "Beth i'w wneud nawr, nesaf ac yn ddiweddarach mewn sefyllfa, a pham",
    "command.ask": "Ateb y cwestiynau yma yn y derfynell; daw'r atebion yn ffeil sefyllfa",
    "command.whatif": "Beth y byddai ateb arall yn ei newid, neu ba atebion sy'n cyfrif fwyaf",
    "command.compare": "Dwy sefyllfa ochr yn ochr: beth y mae'r naill a'r llall yn ei wneud, a pha atebion sy'n wahanol",
    "command.examples": "Rhestru'r sefyllfaoedd enghreifftiol, neu argraffu un ohonynt",
    "command.schema": "Argraffu sgema JSON argraffiad, sefyllfa, cyngor neu brotocol",
    "command.edition-check": "A yw argraffiad yn gyflawn ac yn gyson, a faint ohono sydd yn Gymraeg",
    "command.edition-show": "Dangos beth sydd mewn argraffiad",
    "command.edition-diff": "Beth a newidiodd o un argraffiad i'r llall, a pha gyngor sy'n newid yn ei sgil",
    "command.edition-build": "Llunio un ffeil yr argraffiad, gyda stwnsh o'i chynnwys",
    "command.edition-desk": "Desg y golygydd: cyfeiriadau nad ydynt yn cyfateb yn union, ac ymholiadau eraill",
    "command.edition-coverage": "Beth sydd heb Gymraeg mewn argraffiad",
    "command.word.SITUATION": "ffeil sefyllfa (TOML neu JSON); mae `-` yn darllen y mewnbwn safonol",
    "command.word.PATH": "ffolder argraffiad, neu'r ffeil a luniwyd ohoni",
    "command.word.edition": (
        "yr argraffiad i'w ddefnyddio, yn ffolder neu'n ffeil (fel arall `PLETHU_EDITION`, neu'r un sydd wedi'i gynnwys)"
    ),
    "command.word.lang": "yr iaith: `en` neu `cy`",
    "command.word.format": "ar ba ffurf i'w argraffu: {choices}",
    "command.word.output": "y ffeil i'w hysgrifennu, yn gyfan neu ddim o gwbl",
    "command.whatif.set": "ateb i'w newid, fel `answers.maturity=mature`; gellir ei roi sawl gwaith",
    "command.whatif.most": "heb `--set`: faint o'r atebion sy'n cyfrif fwyaf i'w dangos (10)",
    "command.whatif.more": (
        "Mae `PART.KEY` fel yn y ffeil sefyllfa: `answers.maturity`, `in_place.grant-funding`, `have.joint-mapping`, "
        "`today.trust`, `capacity`, `route`, `difficulties`. Rhoddir atalnodau rhwng sawl gwerth. Mae gwerth gwag yn tynnu ateb "
        "yn ôl, ac mae `none` yn dweud “dim un o'r rhain” lle gellir dewis sawl un."
    ),
    "command.compare.FIRST": "ffeil sefyllfa",
    "command.compare.SECOND": "yr un i'w chymharu â hi",
    "command.examples.NAME": "yr enghraifft i'w hargraffu; hebddi, fe'u rhestrir",
    "command.schema.KIND": "`edition`, `situation`, `advice` neu `protocol`",
    "command.ask.output": "y ffeil i'w hysgrifennu, na chaiff fod yno eisoes (fel arall yr allbwn safonol)",
    "command.ask.more": (
        "Gellir gadael pob cwestiwn yn agored. Mae `Ctrl-C` yn dod â'r cyfan i ben heb ysgrifennu dim, ac felly hefyd "
        "ddiwedd y mewnbwn."
    ),
    "command.advise.details": "gyda'r fformat `text`: popeth sydd y tu ôl iddo, ar gyfer pob cam gweithredu (hir)",
    "command.advise.full": "gyda phopeth sydd y tu ôl iddo, mewn atodiad (hir); hebddo, y ffurf fer ar gyfer bwrdd",
    "command.advise.behind": (
        "Y tu ôl i hyn mae rhesymau, rhybuddion, anghenion, arferion, astudiaethau achos a chanfyddiadau: ychwanegwch "
        "`--details`."
    ),
    "command.advise.more": "Mae angen `--output` ar y fformatau `docx`, `pdf` ac `xlsx`.",
    "command.edition-show.kind": "un math o gofnod yn unig, fel `actions` neu `findings`",
    "command.edition-show.PATH": "ffolder neu ffeil argraffiad, neu'r gair `default`",
    "command.edition-diff.OLD": "yr argraffiad cynharach, yn ffolder neu'n ffeil a luniwyd",
    "command.edition-diff.NEW": "yr argraffiad diweddarach",
    "command.edition-diff.situations": (
        "ffolder o ffeiliau sefyllfa i gymharu'r cyngor ar eu cyfer, yn ogystal â'r enghreifftiau"
    ),
    # Wrong use
    "command.wrong.see-help": "I gael cymorth: `plethu help {command}`",
    "command.wrong.more": "Yn ogystal â'r rhain mae rhagor o broblemau: {count}.",
    "command.wrong.unknown-command": "Nid oes gorchymyn “{value}”.",
    "command.wrong.unknown-command.near": "A oeddech yn golygu: `plethu {near}`",
    "command.wrong.unknown-option": "Nid oes opsiwn `{option}` yma.",
    "command.wrong.unknown-option.near": "A oeddech yn golygu `{near}`?",
    "command.wrong.option-twice": "Rhoddwyd `{option}` fwy nag unwaith.",
    "command.wrong.option-needs-value": "Rhaid i werth ddilyn `{option}`.",
    "command.wrong.option-without-value": "Nid yw `{option}` yn cymryd gwerth.",
    "command.wrong.option-missing": "Mae `{option}` ar goll.",
    "command.wrong.not-a-choice": "Ni all `{option}` fod yn “{value}”. Dyma'r dewisiadau: {choices}.",
    "command.wrong.argument-missing": "Mae {argument} ar goll.",
    "command.wrong.argument-too-many": "Mae “{argument}” yn un gair yn ormod. Rhowch ddyfynodau o amgylch enw â bylchau.",
    "command.wrong.needs-output": "Mae angen `--output` gydag enw ffeil ar y fformat `{format}`.",
    "command.wrong.not-a-number": "Rhaid i `{option}` fod yn rhif cyfan, 1 neu fwy.",
    "command.wrong.set-form": (
        "Nid yw “{value}” yn ateb. Ysgrifennwch ef ar y ffurf `PART.KEY=VALUE`, fel `answers.maturity=mature`."
    ),
    "command.wrong.unknown-part": "Nid oes rhan “{value}” mewn sefyllfa. Dyma'r rhannau: {known}.",
    "command.wrong.unknown-part.near": "A oeddech yn golygu “{near}”?",
    "command.wrong.unknown-example": "Nid oes enghraifft “{value}”. Dyma'r rhai sydd: {known}.",
    "command.wrong.unknown-example.near": "A oeddech yn golygu “{near}”?",
    "command.wrong.unknown-kind": "Nid oes math “{value}”. Dyma'r mathau: {known}.",
    "command.wrong.unknown-kind.near": "A oeddech yn golygu “{near}”?",
    "command.wrong.unknown-schema": "Nid oes sgema “{value}”. Dyma'r rhai sydd: {known}.",
    "command.wrong.output-exists": "Mae rhywbeth o'r enw {file} yno eisoes. Dewiswch enw arall.",
    "command.wrong.output-folder": "Nid oes ffolder o'r enw {folder}. Rhaid ei chreu yn gyntaf, neu ddewis un arall.",
    "command.wrong.not-an-edition": "{file}: nid argraffiad yw'r ffolder hon. Nid oes edition.toml ynddi.",
    "command.wrong.input-ended": (
        "Daeth y mewnbwn i ben cyn i'r atebion gael eu cadarnhau, felly nid ysgrifennwyd dim. Atebwch y cwestiwn olaf ag i."
    ),
    "command.wrong.unwritable": "Ni ellir ysgrifennu {file} ({reason}).",
    "command.wrong.no-folder": "Nid yw {file} yn ffolder.",
    "command.wrong.our-fault": "Methodd Plethu oherwydd nam ynddo ef ei hun ({reason}).",
    "command.wrong.our-fault.reason": (
        "Rhowch wybod amdano, gyda'r hyn a deipiwyd gennych; mae `PLETHU_TRACEBACK=1` yn dangos ble y digwyddodd."
    ),
    # Differences
    "command.whatif.changed": "Atebion a newidiwyd",
    "command.whatif.differences": "Yr hyn y mae hynny'n ei newid",
    "command.whatif.same": "Nid yw hynny'n newid dim yn y cyngor.",
    "command.whatif.for": "nawr hefyd yn seiliedig ar: {grounds}",
    "command.whatif.against": "ddim yn seiliedig mwyach ar: {grounds}",
    "command.whatif.most.heading": "Yr atebion a fyddai'n newid fwyaf (rhoddwyd cynnig ar {count}, un ar y tro)",
    "command.whatif.most.one": "{change}. Nifer y camau gweithredu a fyddai'n symud: {count}.",
    "command.whatif.most.none": "Ni fyddai unrhyw ateb unigol yn symud cam gweithredu.",
    "command.compare.answers": "Atebion sy'n wahanol",
    "command.compare.no-answers": "Yr un atebion a roddir.",
    "command.compare.both": "O dan nawr neu dal ati yn y ddwy",
    "command.compare.only": "Yn “{name}” yn unig",
    "command.compare.none": "dim",
    "command.compare.not-said": "dim wedi'i ddweud",
    "command.compare.advice": "Sut y mae'r cyngor ar gyfer yr ail yn wahanol",
    # Editions
    "command.check.fine": "Mae “{title}” ({id} {version}) yn gyflawn ac yn gyson.",
    "command.check.welsh": "Y Gymraeg, yn ôl math o gofnod: testunau, yn Gymraeg, wedi'u darllen gan berson rhugl",
    "command.check.row": "{kind}: {texts}, {welsh}, {reviewed}",
    "command.coverage.none": "Mae fersiwn Gymraeg o bob testun yn yr argraffiad.",
    "command.coverage.missing": "{kind}: heb Gymraeg, {missing} o {texts}",
    "command.show.version": "fersiwn {version}, cyhoeddwyd {published}, stwnsh {hash}",
    "command.show.count": "{kind}: {count}",
    "command.diff.same": "Yr un cynnwys sydd yn y ddau argraffiad.",
    "command.diff.added": "Ychwanegwyd",
    "command.diff.removed": "Dilëwyd",
    "command.diff.changed": "Newidiwyd",
    "command.diff.advice": "Cyngor ar gyfer “{name}”",
    "command.diff.advice-same": "Cyngor sy'n aros yr un fath: {names}",
    "command.diff.no-situations": "Nid oes sefyllfaoedd i gymharu cyngor ar eu cyfer.",
    "command.diff.unreadable": "Ni ellir cymharu cyngor ar gyfer “{name}”:",
    "command.build.done": "{file}: {size} beit, stwnsh y cynnwys {hash}",
    "command.desk.citations": "Cyfeiriadau nad ydynt yn cyfateb yn union",
    "command.desk.queries": "Ymholiadau eraill",
    "command.desk.none": "Nid oes dim ar y ddesg.",
    "command.desk.resolves": "darllenir fel {ids}",
    "command.desk.alternatives": "neu {ids}",
    "command.desk.resolution": "Datrysiad: {text}",
    "command.desk.basis": "Sail: {text}",
    # Questions in the terminal
    "command.ask.start": (
        "Gellir gadael pob cwestiwn yn agored. Teipiwch rif eich ateb; lle gall sawl un fod yn wir, teipiwch sawl rhif â "
        "bylchau rhyngddynt."
    ),
    "command.ask.keys": "`Enter`: gadael fel y mae.  b: yn ôl.  s: neidio dros y dudalen.  `Ctrl-C`: stopio heb ysgrifennu.",
    "command.ask.page": "Tudalen {number} o {of}: {title}",
    "command.ask.several": "gall sawl un fod yn wir",
    "command.ask.kept": "  Atebwyd: {answer}",
    "command.ask.wrong-number": "Teipiwch rif o 0 i {most}, b, s, neu `Enter` yn unig.",
    "command.ask.only-one": "Dim ond un rhif y gellir ei deipio yma.",
    "command.ask.none-alone": "Ni all “Dim un o'r rhain” fynd gydag ateb arall.",
    "command.ask.too-long": "Mae hynny'n rhy hir. Y nifer fwyaf o nodau yw {longest}.",
    "command.ask.hidden": "Mae nod rheoli ynddo. Teipiwch ef eto.",
    "command.ask.first": "Dyma'r cwestiwn cyntaf.",
    "command.ask.words-hint": "Fe'i dangosir yn ôl i chi ac nid yw'n newid dim. Peidiwch ag enwi pobl.",
    "command.ask.in-place": "Yr hyn sydd ar waith: {category}",
    "command.ask.have": "Yr hyn sydd gennych eisoes",
    "command.ask.features": "Sut y mae'n edrych heddiw",
    "command.ask.factors": "Yr hyn sy'n eich cynnal heddiw",
    "command.ask.recognise": "Pa rai o'r rhain sy'n gyfarwydd i chi?",
    "command.ask.capacity": "Faint y gallwch ymgymryd ag ef, a ble i ddechrau",
    "command.ask.answers": "Eich atebion",
    "command.ask.confirm": ("Eu hysgrifennu? i: ie.  n: na, peidio ag ysgrifennu dim.  b: yn ôl i'r cwestiwn olaf."),
    "command.ask.written": "Ysgrifennwyd: {file}",
    "command.ask.not-written": "Nid ysgrifennwyd dim.",
}
