"""Welsh: what is said of advice. Names and answers come in quotation marks, so that none of them has to mutate."""

"mutate."

TEMPLATES: dict[str, str] = {
    # Answers, as they stand inside other sentences
    "answer.item": "{values} ({subject})",
    "answer.given": "eich ateb: {items}",
    "answer.given.many": "eich atebion: {items}",
    "answer.not-chosen": "heb ei ddewis: {items}",
    "answer.not-chosen.many": "heb eu dewis: {items}",
    "answer.sentence": "{answers}. ",
    "wanted.given": "yn ateb {items}",
    "wanted.given.many": "yn ateb {items}",
    "wanted.not-chosen": "heb ddewis {items}",
    "wanted.not-chosen.many": "heb ddewis {items}",
    "where.not": "heb ddewis {item}",
    "quoted": "“{text}”",
    "join.comma": "{before}, {last}",
    "join.list": "{before}; {last}",
    "join.and": "{before}, {last}",
    "join.or": "{before} neu {last}",
    # Reasons
    "reason.finding-helps-when": "{Answers}Yn yr achos hwnnw mae'r dystiolaeth o'i blaid.",
    "reason.finding-helps-when.if": "{Answers}Byddai'r dystiolaeth o'i blaid pe baech {wanted}.",
    "reason.finding-needs": "{Answers}Dywed y dystiolaeth fod angen hyn arno.",
    "reason.finding-needs.if": (
        "{Answers}Dywed y dystiolaeth fod angen rhywbeth arno a fyddai gennych pe baech {wanted}."
    ),
    "reason.finding-lacks": "{Answers}Dywed y dystiolaeth fod angen hyn arno: {where}.",
    "reason.finding-hinders": "{Answers}Yn yr achos hwnnw mae'r dystiolaeth yn rhoi rhybudd.",
    "reason.finding-hinders.if": "{Answers}Byddai'r dystiolaeth yn rhoi rhybudd pe baech {wanted}.",
    "reason.general-caution": "Mae'r dystiolaeth yn rhoi rhybudd sy'n berthnasol ym mhobman.",
    "reason.suits": "{Answers}Mae'n addas i amgylchiadau o'r fath: “{about}”.",
    "reason.suits.if": "{Answers}Mae'n addas i hyn: “{about}”. Byddai hynny'n wir amdanoch pe baech {wanted}.",
    "reason.suits.if-so": "{Answers}Mae'n addas i hyn, os yw'n wir amdanoch: “{about}”.",
    "reason.less-suited": "{Answers}Mae'n llai addas i amgylchiadau o'r fath: “{about}”.",
    "reason.less-suited.if": (
        "{Answers}Mae'n llai addas i hyn: “{about}”. Byddai hynny'n wir amdanoch pe baech {wanted}."
    ),
    "reason.less-suited.if-so": "{Answers}Mae'n llai addas i hyn, os yw'n wir amdanoch: “{about}”.",
    "reason.guards-against": "{Answers}Mae'n gwarchod rhag hyn: “{about}”.",
    "reason.guards-against.if": (
        "{Answers}Mae'n gwarchod rhag hyn: “{about}”. Byddai hynny o bwys i chi pe baech {wanted}."
    ),
    "reason.guards-against.if-so": "{Answers}Mae'n gwarchod rhag hyn, os yw hynny gennych: “{about}”.",
    "reason.undermines": "{Answers}Yn yr achos hwnnw gall wanhau hyn: “{about}”.",
    "reason.undermines.if": "{Answers}Gall wanhau hyn: “{about}”. Byddai hynny'n berthnasol i chi pe baech {wanted}.",
    "reason.undermined-by": "{Answers}Gall hyn ei wanhau: “{about}”.",
    "reason.undermined-by.if": (
        "{Answers}Gall hyn ei wanhau: “{about}”. Byddai hynny'n berthnasol i chi pe baech {wanted}."
    ),
    "reason.watch-for": "Gall hyn ei wanhau: “{about}”.",
    "reason.leads-to-missing": "{Answers}Mae'n arwain at yr hyn sydd ar goll o hyd: “{about}”.",
    "reason.evolves-into": "Ymhen amser gall droi'n hyn: “{about}”.",
    "reason.alternative-to": "Gall gymryd lle hyn: “{about}”.",
    "reason.stage-fits": "{Answers}Mae'n addas i'r cyfnod hwnnw.",
    "reason.stage-later": "{Answers}Mae'n addas i gyfnod diweddarach: {where}.",
    "reason.stage-past": "{Answers}Mae'n addas i gyfnod cynharach: {where}.",
    "reason.lapsed": "Dywedasoch ei fod wedi dod i ben. Holwch pam cyn dechrau eto.",
    "reason.single-statement": (
        "Gweithdy a ychwanegodd y cam hwn, ac ar un gosodiad o'r gweithdy'n unig, neu ar eiriau un person yno, y mae'n "
        "seiliedig."
    ),
    # The same, said of the whole collaboration
    "whole.undermined-by": "{Answers}Gall hyn wanhau'r cydweithrediad cyfan: “{about}”.",
    "whole.undermined-by.if": (
        "{Answers}Gall hyn wanhau'r cydweithrediad cyfan: “{about}”. Byddai hynny'n berthnasol i chi pe baech {wanted}."
    ),
    "whole.watch-for": "Gall hyn wanhau'r cydweithrediad cyfan: “{about}”.",
    "whole.less-suited": "{Answers}Mae cydweithio'n llai addas i amgylchiadau o'r fath: “{about}”.",
    "whole.less-suited.if": (
        "{Answers}Mae cydweithio'n llai addas i hyn: “{about}”. Byddai hynny'n wir amdanoch pe baech {wanted}."
    ),
    "whole.less-suited.if-so": "{Answers}Mae cydweithio'n llai addas i hyn, os yw'n wir amdanoch: “{about}”.",
    "whole.undermines": "{Answers}Yn yr achos hwnnw gall cydweithio wanhau hyn: “{about}”.",
    "whole.undermines.if": (
        "{Answers}Gall cydweithio wanhau hyn: “{about}”. Byddai hynny'n berthnasol i chi pe baech {wanted}."
    ),
    "whole.outside-focus": (
        "{Answers}Nid oedd y dystiolaeth yn ymwneud â hyn, felly cofiwch hynny wrth ddarllen y cyngor."
    ),
    # Needs, by state and kind of end
    "need.met.action": "Mae “{end}” ar y gweill neu ar waith.",
    "need.met.category": "Mae gwaith ar “{end}” ar y gweill, neu mae'r hyn y mae'n arwain ato wedi'i gyflawni.",
    "need.met.goal": "“{end}”: mae hyn gennych.",
    "need.met.feature": "Mae “{end}” yn gryf heddiw.",
    "need.met.other": "“{end}”: mae hyn gennych.",
    "need.not-met.action": "“{end}” sy'n dod yn gyntaf.",
    "need.not-met.category": "Rhywbeth o “{end}” sy'n dod yn gyntaf.",
    "need.not-met.goal": "“{end}” sy'n dod yn gyntaf.",
    "need.not-met.feature": "Rhaid cryfhau hyn yn gyntaf: “{end}”.",
    "need.not-met.other": "“{end}” sy'n dod yn gyntaf.",
    "need.not-sure.feature": "Dylai hyn fod yn gryf: “{end}”. Gwiriwch a ydyw.",
    "need.not-sure.other": "“{end}”: gwiriwch a yw hyn gennych.",
    "need.not-sure.question": "“{end}”: gwiriwch hyn. {question}",
    "need.waived": "“{end}” sy'n dod yn gyntaf fel arfer. Ar y llwybr a ddewisoch, gall aros.",
    "need.elsewhere": "Nid yw “{end}” yn dod yn gyntaf ond lle mae hyn yn wir: {where}.",
    "need.if": "Byddai “{end}” yn dod yn gyntaf pe baech {wanted}.",
    # Steps on the way
    "path.action": "Dechreuwch ar hyn: “{end}”.",
    "path.category": "Dechreuwch ar rywbeth o “{end}”; yr agosaf yw “{through}”.",
    "path.category.alone": "Dechreuwch ar rywbeth o “{end}”.",
    "path.goal": "Cyrhaeddwch hyn: “{end}”. {step}",
    "path.goal.through": "Cyrhaeddwch hyn: “{end}”. Y ffordd gyflymaf yw “{through}”. {step}",
    "path.feature": "Helpwch i gryfhau hyn: “{end}”.",
    "path.other": "Rhowch sylw i hyn: “{end}”.",
    "path.stage": "Rhowch yr hyn sydd o dan “nawr” ar waith, ac edrychwch eto pan fyddwch ymhellach ymlaen: {where}.",
    # Changed answers, and the difference they make
    "change.question": "{subject} “{answer}”",
    "change.named": "{subject}: “{answer}”",
    "difference.moved": "Mae “{action}” yn symud o “{before}” i “{after}”.",
    "difference.verdict": "Mae “{action}” yn aros yn “{lane}”; mae'r dyfarniad yn newid o “{before}” i “{after}”.",
    "difference.reasons": "Mae “{action}” yn aros yn “{lane}”; mae'r hyn y mae'n seiliedig arno yn newid.",
    "difference.new": "Mae “{action}” yn newydd, yn “{after}”.",
    "difference.gone": "Nid yw “{action}” yno mwyach. Roedd yn “{before}”.",
    # One sentence for each action, said after its verdict
    "headline.because": "“{statement}”; {answers}.",
    "headline.for-it": "Mae'r dystiolaeth o'i blaid; {answers}.",
    "headline.caution": "Mae'r dystiolaeth yn rhoi rhybudd; {answers}.",
    "headline.stage": "Mae'n addas i'r cyfnod yr ydych ynddo; {answers}.",
    "headline.stage-past": "Mae'n addas i gyfnod cynharach; {answers}.",
    "headline.open": "Mae'r dystiolaeth o'i blaid, ac nid oes dim a ddywedasoch yn milwrio yn ei erbyn.",
    "headline.no-evidence": (
        "Mae'r hyn yn y dystiolaeth sydd o'i blaid yn ymwneud ag amgylchiadau gwahanol i'ch rhai chi."
    ),
    "headline.in-place": "Dywedasoch ei fod ar waith.",
    "headline.first": "“{end}” sy'n dod yn gyntaf.",
    "headline.first.through": "“{end}” sy'n dod yn gyntaf, a'r ffordd gyflymaf yw “{through}”.",
    "headline.first.category": "Rhywbeth o “{end}” sy'n dod yn gyntaf; yr agosaf yw “{through}”.",
    "headline.stage-ahead": "Mae'n addas i gyfnod diweddarach: {where}.",
    # Lanes, their order and what they rest on
    "lane-meaning.now": "Yn ôl eich atebion, nid oes rhaid i ddim ddod yn gyntaf.",
    "lane-meaning.next": "Gellir dechrau nawr ar yr hyn y mae'n rhaid iddo ddod yn gyntaf.",
    "lane-meaning.later": "Mae'r hyn y mae'n rhaid iddo ddod yn gyntaf yn aros am rywbeth ei hun, neu am gyfnod diweddarach.",
    "lane-meaning.keep-going": "Dywedasoch fod y rhain ar waith.",
    "lane-meaning.not-enough-evidence": (
        "Mae'r hyn yn y dystiolaeth sydd o'u plaid yn ymwneud ag amgylchiadau gwahanol i'ch rhai chi. Nid ydynt mewn "
        "unrhyw lôn, ond nid yw hynny'n milwrio yn eu herbyn."
    ),
    "order.rule": (
        "O fewn lôn, yr hyn y gallech ei arwain eich hunain sy'n dod yn gyntaf, os dywedasoch pwy ydych. Yna daw'r "
        "hyn sy'n addas cyn yr hyn sy'n addas gyda gofal, yna'r hyn y mae mwy o'r camau gweithredu eraill yn aros "
        "amdano, yna trefn y fframwaith ei hun. Nid yw eich gallu i newid yn symud dim: nid yw ond yn nodi ble i "
        "ddechrau."
    ),
    "lane-basis": (
        "Camau gweithredu a osodwyd ar ôl nawr: {total}. Yn ôl yr hyn a ddywed yr adroddiad: {stated}. "
        "Yn ôl ein dehongliad ni: {ours}."
    ),
    "lane-basis.none": "Nid oes unrhyw gam gweithredu'n cael ei ddal yn ôl.",
    # Case studies like this situation
    "likeness.cited-for-action": "Mae'r dystiolaeth am y cam gweithredu hwn yn cyfeirio ati.",
    "likeness.about-action": "Mae ei theitl yn ymwneud â'r cam gweithredu hwn, yn ôl ein dehongliad ni.",
    "likeness.same-authority": "Mae'n dod o ardal a enwyd gennych: “{about}”.",
    "likeness.same-region": "Mae'n cwmpasu ardal a enwyd gennych: “{about}”.",
    "likeness.same-aim": "Mae'n rhannu nod â chi: “{about}”.",
    "likeness.same-kind-of-area": "Mae'n dod o ardal o'r un math: “{about}”.",
    # Outcomes to agree at the outset
    "outcome.name": "{kind}: {evidence}",
    "outcome.process.quality": (
        "“{concept}”: beth, ym marn y partneriaid, fyddai wedi newid, a phwy fydd yn gofyn iddynt?"
    ),
    "outcome.process.quantity": "“{concept}”: beth y gallech ei gyfrif, a beth yw'r sefyllfa heddiw?",
    "outcome.wellbeing.quality": "“{concept}”: straeon pwy fyddai'n ei ddangos, a phwy fydd yn eu casglu?",
    "outcome.wellbeing.quantity": "“{concept}”: pa rif fyddai'n newid, erbyn pryd, a beth yw'r sefyllfa heddiw?",
    "outcome.process.quality.none": "Beth, ym marn y partneriaid, fyddai wedi gwella o ran cydweithio?",
    "outcome.process.quantity.none": "Pa agwedd ar y cydweithio y gallech ei chyfrif, a beth yw'r sefyllfa heddiw?",
    "outcome.wellbeing.quality.none": "Bywydau pwy ddylai fod yn well, a beth fyddai wedi newid yn eu barn nhw?",
    "outcome.wellbeing.quantity.none": "Pa rif am fywydau pobl ddylai newid, erbyn pryd, a beth yw'r sefyllfa heddiw?",
    # Evidence
    "evidence.silence": "Ni thrafodwyd hyn yn y gweithdy.",
    "ground.stance": "{stance} ({basis})",
    # Questions that are not an edition's own
    "question.name": "Beth yw enw'r cydweithrediad?",
    "question.purpose": "Beth yw ei ddiben, yn eich geiriau eich hun?",
    "question.route": "Ble byddai'n well gennych ddechrau?",
    "question.capacity": "Faint o amser ac egni sydd ar gael i newid pethau?",
    "question.difficulties": "Beth sy'n mynd o'i le?",
    "question.in-place": "A yw hyn ar waith? {action}",
    "question.today": "Pa mor gryf yw hyn heddiw? {concept}",
    "question.override": "Eich lôn eich hun: {action}",
    "answer.override": "{lane}. {reason}",
    # About the whole
    "title.general": "Cyngor i'ch cydweithrediad",
    "notice.draft-welsh": "Cymraeg drafft: nid oes person rhugl wedi darllen y testun hwn eto.",
}
