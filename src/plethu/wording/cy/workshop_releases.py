"""Welsh: publishing from a workshop, what binds it, and what is said of it beside the labels."""

TEMPLATES: dict[str, str] = {
    "workshop.release.lowered": (
        "Mae'r niferoedd a ddefnyddir yma ({labels} o bobl ar gyfer label, {tables} ar gyfer rhes mewn tabl) yn is "
        "nag arfer (5 a 10). Arweinydd yr adolygiad a'u dewisodd, ac sy'n atebol am hynny."
    ),
    "workshop.release.translated": (
        "Lle byddai'r iaith yr ysgrifennodd rhywun ynddi yn dweud gormod, mewn cyfieithiad yn unig y mae ei eiriau'n "
        "ymddangos. Ni chyhoeddir yr hyn sydd heb ei gyfieithu eto."
    ),
    "workshop.release.too-few-people": (
        "Ni ellir cyhoeddi dim: cymerodd llai na {least} o bobl ran y gellid cuddio siaradwr yn eu plith. Rhaid i "
        "label gynrychioli o leiaf cynifer â hynny."
    ),
    "workshop.release.promised": (
        "Addawodd cyhoeddiad cynharach o leiaf {labels} o bobl ar gyfer label a {tables} ar gyfer rhes mewn tabl. Mae "
        "hynny'n dal ar gyfer popeth a gyhoeddir ar ei ôl, beth bynnag a ddewisir wedyn."
    ),
    "workshop.release.edition": (
        "Ni ellid llunio'r argraffiad nesaf o hyn, felly ni chyhoeddwyd dim. Cywirwch yr hyn a enwir, neu ei hepgor:"
    ),
    "workshop.release.names-unread": (
        "Gall gosodiad neu gam gweithredu newydd enwi rhywun. Darllenwch yr hyn a ganfuwyd, a thiciwch nad yw'n enwi "
        "neb, neu newidiwch y geiriau'n gyntaf."
    ),
    "workshop.release.changed": "Mae rhywbeth wedi newid ers i chi edrych. Edrychwch ar yr hyn a gâi ei gyhoeddi nawr.",
    "workshop.release.withdrawn": "Tynnwyd allan, gan fod rhywun wedi tynnu'n ôl yr hyn yr oedd yn seiliedig arno.",
    "workshop.release.this": "y cyhoeddiad hwn",
    "workshop.release.earlier": "cyhoeddiad {number}",
    "workshop.release.cell-everybody": "pawb a gymerodd ran ({release})",
    "workshop.release.cell-labels": "testunau â'r label “{name}” ({release})",
    "workshop.release.cell-languages": "testunau Cymraeg â'r label “{name}” ({release})",
    "workshop.release.cell-table": "y rhes “{name}” yn y tabl sectorau ({release})",
}
