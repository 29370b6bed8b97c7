"""Welsh: what a made-up workshop says, and how it is marked. Codes are those of `plethu.workshop.synthetic`."""

TEMPLATES: dict[str, str] = {
    # The mark: before every text, and wherever something made up leaves the site
    "workshop.made-up.mark": "Dychmygol:",
    "workshop.made-up.title": "Dychmygol: gweithdy i roi cynnig ar bethau",
    "workshop.made-up.purpose": (
        "Ni chynhaliodd neb y gweithdy hwn. Rhaglen a luniodd ei bobl, ei gardiau, ei nodiadau a'i godio, er mwyn i dîm "
        "gael rhoi cynnig ar godio, labeli, cyhoeddi a'r argraffiad nesaf â rhywbeth ynddynt. Nid ydynt yn dweud dim "
        "am Gymru."
    ),
    "workshop.made-up.consent": "Ni chymerodd neb ran, felly nid oedd angen i neb gytuno i ddim.",
    "workshop.made-up.contact": "Neb (dychmygol)",
    "workshop.made-up.coder.first": "Codiwr cyntaf (dychmygol)",
    "workshop.made-up.coder.second": "Ail godiwr (dychmygol)",
    "workshop.made-up.provenance": (
        "Dychmygol: daw canfyddiadau'r llinyn “{strand}” o weithdy dychmygol. Nid ydynt yn dystiolaeth, ac nid yw "
        "argraffiad sy'n eu cynnwys yn dystiolaeth chwaith."
    ),
    "workshop.made-up.notice": "Dychmygol yn rhannol, i roi cynnig ar bethau: nid yw'r argraffiad hwn yn dystiolaeth.",
    "workshop.made-up.invited": "Dychmygol: ni wahoddwyd neb, ac ni ddaeth neb.",
    # What a card begins with
    "workshop.made-up.card.echoed.1": "“{what}”: dyna'n union yr hyn a welsom ni.",
    "workshop.made-up.card.echoed.2": "Ynghylch “{what}”: ie, felly y bu hi i ni.",
    "workshop.made-up.card.echoed.3": "Gallem ni fod wedi ysgrifennu hyn ein hunain: “{what}”.",
    "workshop.made-up.card.echoed.4": "Mae hyn yn taro deuddeg: “{what}”. Cymerodd flynyddoedd i ni ei weld.",
    "workshop.made-up.card.challenged.1": "“{what}”: nid dyna'r hyn a welsom ni.",
    "workshop.made-up.card.challenged.2": "Ynghylch “{what}”: rhoesom gynnig arno, ac fel arall y bu.",
    "workshop.made-up.card.challenged.3": "Byddwn i'n ofalus gyda “{what}”. Mewn rhai lleoedd yn unig y mae'n wir.",
    "workshop.made-up.card.challenged.4": "Mae “{what}” yn swnio'n iawn, ond nid oedd gan neb amser ar ei gyfer.",
    "workshop.made-up.card.added.1": "Mae rhywbeth ar goll wrth ymyl “{what}”.",
    "workshop.made-up.card.added.2": "Ynghylch “{what}”: mae mwy iddo na hynny.",
    "workshop.made-up.card.added.3": "Byddem ni'n mynd ymhellach na “{what}”.",
    "workshop.made-up.card.added.4": "Mae “{what}” yn hepgor yr hyn a ddaw ar ôl y flwyddyn gyntaf.",
    # And goes on with, by aspect
    "workshop.made-up.detail.action.1": "Byddem yn ei wneud eto, ac yn gynt.",
    "workshop.made-up.detail.action.2": "Rhaid i rywun ddechrau, ac nid oes rhaid mai'r partner mwyaf fydd hwnnw.",
    "workshop.made-up.detail.action.3": "Gwnaethom hynny mewn tri cham, a rhoi'r gorau iddi ar ôl yr ail.",
    "workshop.made-up.detail.action.4": "Fe'i gwnaed unwaith a byth wedyn.",
    "workshop.made-up.detail.practice.1": "Rydym yn cwrdd dros gawl unwaith y mis, ac yno mae'n digwydd.",
    "workshop.made-up.detail.practice.2": "Gwnaeth un rhestr gyffredin ar y wal fwy na'r cynllun.",
    "workshop.made-up.detail.practice.3": "Mae pobl newydd yn treulio diwrnod gyda phob un o'r partneriaid.",
    "workshop.made-up.detail.practice.4": "Rydym yn nodi pwy a addawodd beth cyn i neb fynd adref.",
    "workshop.made-up.detail.condition.1": "Mae'n gweithio lle mae pobl eisoes yn adnabod ei gilydd.",
    "workshop.made-up.detail.condition.2": "Mae angen arian sy'n para'n hwy na blwyddyn.",
    "workshop.made-up.detail.condition.3": "Dim ond gyda rhywun sydd â'r amser i ddal y cyfan ynghyd.",
    "workshop.made-up.detail.condition.4": "Nid lle mae'r bws olaf yn gadael am bump.",
    "workshop.made-up.detail.factor.1": "Roedd ymddiriedaeth yn cyfrif mwy nag unrhyw gytundeb.",
    "workshop.made-up.detail.factor.2": "Yr hyn a wnaeth wahaniaeth oedd bod un person wedi aros am flynyddoedd.",
    "workshop.made-up.detail.factor.3": "Daeth pobl i mewn am fod modd ei wneud yn Gymraeg.",
    "workshop.made-up.detail.factor.4": "Roedd o gymorth nad oedd rhaid i neb ofyn am ganiatâd yn gyntaf.",
    "workshop.made-up.detail.challenge.1": "Cymerodd y ffurflenni fwy o amser na'r gwaith.",
    "workshop.made-up.detail.challenge.2": "Gadawodd tri o bobl mewn un gaeaf, a daeth y cyfan i ben.",
    "workshop.made-up.detail.challenge.3": "Mae pawb yn cyfrif rhywbeth gwahanol, felly nid oes dim yn cyfateb.",
    "workshop.made-up.detail.challenge.4": "Y partneriaid bach a ysgwyddodd y risg.",
    "workshop.made-up.detail.example.1": "Felly y dechreuodd ein gardd ni, gyda phedwar o bobl a rhaw fenthyg.",
    "workshop.made-up.detail.example.2": "Gwelsom hyn pan aeth dau glwb cinio yn un.",
    "workshop.made-up.detail.example.3": "Trosglwyddwyd neuadd gyda'i dyledion, a chymerodd flwyddyn i sylwi.",
    "workshop.made-up.detail.example.4": "Un enghraifft yw'r cynllun cludiant: bu'n rhedeg am ddau haf.",
    "workshop.made-up.place": "Yr un oedd yr hanes yng Nghwm Dychmygol.",
    # Cards and notes that ask for a new action
    "workshop.made-up.wanted.1.1": "Yr hyn sydd ar goll yw un calendr lle gall pob partner weld cyfarfodydd ei gilydd.",
    "workshop.made-up.wanted.1.2": "Pedwar cyfarfod ar un noson, mewn pedair neuadd. Byddai calendr i bawb yn ddigon.",
    "workshop.made-up.wanted.1.3": "Nid oes neb yn gwybod beth mae'r lleill wedi'i gynllunio nes ei fod ar ben.",
    "workshop.made-up.wanted.2.1": "Nid oes neb yn sôn am drosglwyddo'r awenau pan fydd pobl yn gadael. Dylai fod yn gam.",
    "workshop.made-up.wanted.2.2": "Pan aeth ein cydlynydd, aeth popeth a wyddai hefyd.",
    "workshop.made-up.wanted.2.3": "Yr hyn sydd ar goll: sut i adael yn dda, a sut i drosglwyddo pethau.",
    "workshop.made-up.why.1": (
        "Dychmygol: mae rhannu gwybodaeth yn ymwneud â'r hyn sy'n hysbys, nid â phryd y mae pobl yn cwrdd."
    ),
    "workshop.made-up.why.2": (
        "Dychmygol: nid oes cam gweithredu sy'n ymwneud â'r hyn sy'n digwydd pan fydd pobl yn gadael."
    ),
    # What a facilitator notes
    "workshop.made-up.note.echoed.1": "Roedd y grŵp yn cytuno ynghylch “{what}”, ac roedd ganddo enghreifftiau.",
    "workshop.made-up.note.echoed.2": "Aeth y rhan fwyaf o'r amser ar “{what}”. Roedd pawb yn ei adnabod o'u gwaith.",
    "workshop.made-up.note.echoed.3": "Ynghylch “{what}”: pawb yn amneidio, fawr ddim mwy.",
    "workshop.made-up.note.challenged.1": "Nid oedd y grŵp yn cytuno ynghylch “{what}”. Roedd dau wedi'i weld yn methu.",
    "workshop.made-up.note.challenged.2": "Ynghylch “{what}”: amheuon a yw'n wir y tu allan i drefi.",
    "workshop.made-up.note.challenged.3": "Dywedodd sawl un fod “{what}” yn obeithiol iawn.",
    "workshop.made-up.note.added.1": "Ynghylch “{what}”: byddai'r grŵp yn ychwanegu sut y daw i ben, a phwy sy'n dweud.",
    "workshop.made-up.note.added.2": "Aeth y grŵp â “{what}” ymhellach, at yr hyn sydd ei angen ar wirfoddolwyr.",
    "workshop.made-up.note.added.3": "Arweiniodd “{what}” at drafodaeth hir am leoedd gwledig.",
    # New actions
    "workshop.made-up.proposal.1.name": "Dychmygol: calendr cyfarfodydd ar y cyd",
    "workshop.made-up.proposal.1.summary": (
        "Dychmygol: mae pob partner yn gweld pryd mae'r lleill yn cwrdd cyn pennu diwrnod."
    ),
    "workshop.made-up.proposal.2.name": "Dychmygol: trosglwyddo'r awenau pan fydd pobl yn gadael",
    "workshop.made-up.proposal.2.summary": "Dychmygol: trosglwyddir yr hyn a ŵyr rhywun cyn iddo fynd.",
    # Statements
    "workshop.made-up.statement.echoed": "Roedd pobl yn adnabod “{what}” o'u gwaith eu hunain.",
    "workshop.made-up.statement.challenged": "Nid oedd pawb wedi gweld “{what}”; roedd rhai wedi gweld y gwrthwyneb.",
    "workshop.made-up.statement.added": "Mae angen mwy ar “{what}” nag a ddywedir hyd yma, ym marn pobl.",
    "workshop.made-up.statement.proposal.1": "Dylai partneriaid weld cyfarfodydd ei gilydd cyn pennu diwrnod.",
    "workshop.made-up.statement.proposal.2": "Dylid trosglwyddo'r hyn a ŵyr rhywun cyn iddo adael.",
    # Coders to each other
    "workshop.made-up.remark.1": (
        "Rwy'n darllen hwn fel amheuaeth ynghylch arian, nid ynghylch y canfyddiad ei hun. Sut gwelsoch chi ef?"
    ),
    "workshop.made-up.remark.2": "Ai enghraifft ynteu arfer yw hwn? Byddwn i'n fodlon ar y naill neu'r llall.",
    "workshop.made-up.remark.3": "Yr ail hanner a wnaeth i mi ddewis yn wahanol.",
}
