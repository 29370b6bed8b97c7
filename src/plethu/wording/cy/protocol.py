"""Welsh: what is said of a protocol."""

TEMPLATES: dict[str, str] = {
    "protocol.title": "Protocol yr adolygiad",
    "protocol.version": "Fersiwn {number}, {date}",
    "protocol.draft": "Drafft, heb ei gyhoeddi",
    "protocol.reason": "Pam y newidiwyd ef",
    "protocol.doubts": "Yr hyn sy'n anghyson, neu ar goll",
    "protocol.agreed-by": "cytunwyd gan: {who}",
    "protocol.difference.added": "Ychwanegwyd: {where}",
    "protocol.difference.removed": "Tynnwyd allan: {where}",
    "protocol.difference.changed": "Newidiwyd: {where}",
    "protocol.difference.reordered": "Mewn trefn wahanol: {where}",
    "protocol.doubt.no-question": "Nid yw'r cwestiwn wedi'i ysgrifennu eto.",
    "protocol.doubt.no-purpose": "Nid yw diben yr adolygiad wedi'i ysgrifennu eto.",
    "protocol.doubt.no-scope": "Nid yw'r cwmpas wedi'i ysgrifennu eto.",
    "protocol.doubt.no-updates": "Nid oes dim yn dweud sut a phryd y caiff yr adolygiad ei ddiweddaru.",
    "protocol.doubt.no-meaning": "Enwir gair yma heb ei ystyr.",
    "protocol.doubt.no-strands": "Nid oes llinynnau tystiolaeth eto.",
    "protocol.doubt.no-window": "Ni roddir dyddiadau: ni all darllenwyr wybod beth oedd yn rhy hen neu'n rhy newydd.",
    "protocol.doubt.several-windows": (
        "Rhoddir dau gyfnod gwahanol neu ragor. Cadwch un, neu dywedwch pam y mae mwy nag un."
    ),
    "protocol.doubt.window-not-read": (
        "Mewn geiriau'n unig y mae'r dyddiadau. Ysgrifennwch hwy fel EDTF hefyd, fel y gellir cyfrifo â hwy."
    ),
    "protocol.doubt.window-backwards": "Mae'r cyfnod yn gorffen cyn iddo ddechrau.",
    "protocol.doubt.no-geography": "Ni roddir lleoedd.",
    "protocol.doubt.screening-not-said": "Ni ddywedir a gafodd y ffynonellau eu sgrinio.",
    "protocol.doubt.no-routes": "Ni ddywedir sut y mae dod o hyd i ffynonellau.",
    "protocol.doubt.no-inclusion-rule": "Nid oes rheol am yr hyn a gynhwysir.",
    "protocol.doubt.agreed-by-nobody": "Ni ddywedir pwy a gytunodd ar y rheol hon.",
    "protocol.doubt.included-and-excluded": "Mae'r un geiriau yn cynnwys ac yn eithrio.",
    "protocol.doubt.one-text-for-two": (
        "Yr un rheolau, neu bron yr un, sydd yma ag yn “{other}”, ar gyfer cyfnod arall. Ai un testun ar gyfer dau "
        "adolygiad ydyw?"
    ),
    "protocol.doubt.no-commitment": "Ni addawyd dim ar gyfer y gwerth hwn.",
    "protocol.doubt.not-done-yet": "Nid yw'r hyn a wnaed am yr ymrwymiad hwn wedi'i ysgrifennu eto.",
}
