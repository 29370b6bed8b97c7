"""Which words are names and which are not, where a capital does not tell: at the beginning of a sentence.

A word is ordinary if it stands in one of the lists below, or if at least two people wrote it in small letters: one who
writes a name small, or makes a slip, does not switch the search for it off everywhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from plethu.evidence.frozen import Frozen

TWO = 2  # people who write a word in small letters
# Letters with the marks that may stand apart from them, and signs without width that may stand between them.
_MARKS = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
TOKEN = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}]|['’](?=[^\W_]))*")
_ENDS = re.compile(r"[.!?…:;\n•]")
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Written with a capital in English or Welsh without naming anybody in particular.
EVERYDAY = frozenset((
    "i", "i'm", "i've", "i'd", "i'll", "wales", "welsh", "english", "england", "uk", "britain", "british",
    "cymru", "cymraeg", "cymreig", "saesneg", "lloegr", "nhs", "gp", "gig", "covid", "brexit", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april",
    "may", "june", "july", "august", "september", "october", "november", "december", "llun", "mawrth",
    "mercher", "iau", "gwener", "sadwrn", "sul", "ionawr", "chwefror", "ebrill", "mai", "mehefin", "gorffennaf",
    "awst", "medi", "hydref", "tachwedd", "rhagfyr", "ok", "pm", "am", "tv", "it", "ai",
))  # fmt: skip
# Words that sentences begin with, before a name too: "Then Gwenllian", "Mae Gethin".
OPENING = _words("""
a about above according across after afterwards again all almost alone along already also although always an and
another any anybody anyone anything around as asked at back be because been before being below best better between
big both but by can cannot could dear despite did do does done don't during each early either even every everybody
everyone everything few finally first for from funding get getting give given go good great group groups had has
have having he hello help her here hers him his how however if in instead into is it it's its just last later lead
less let like local look lots make many maybe me meanwhile meet meeting meetings more most much must my near need
needs neither never new next no nobody none nor not nothing now of off often on once one ones only or other others
our out over own partners people perhaps please put quite rather really said same say second see several shall she
should since small so some somebody someone something sometimes soon still such support talk team than thank thanks
that that's the their them then there there's these they they're thing things think this those though three through
thus time to today together too took towards trust two under unless until up us use very volunteers was we we're
we've well were what when where whereas whether which while who whoever whole whose why will with within without
work working would yes yesterday yet you your ac aeth ai am ar arall ato atom atyn bob bod bu bydd byddai bydden
byth byw cael caiff cawn cawsom chi chwarae da dal dan daeth dau deall defnyddio dim diolch dw dwi dydy dyma dyna
dylai dylem dylid dros drwy dwy dywedodd ddim e ei ein eich eithaf eto eu ers fe fel felly fi fo fy ga gall gallai
gallem gallwn gan gawn gawsom ger gofyn gofynnodd grwp grwpiau gwaith gweithio gyda heb heddiw hefyd hi hon hwn hwy
hwyr hyd hyn hynny i iawn ie ill ia llai llawer lle lleol maen mae maent meddai mi mewn mor mwy mynd na nac nad
nage nawr neb neu newydd ni nid nhw o oedd oeddem oeddent oedden ond oes oherwydd oni os pa pam pan partneriaid
pawb pe peth pethau pob pobl popeth pryd pwy rhai rhaid rhan rhoi rhwng rhywbeth rhywun roedd roeddem roedden
roeddent rydw rydym rydyn rwy rwyf sef siarad sut sydd tan tra trafod trwy tua unwaith un wedi wedyn weithiau wir
wrth y ychydig yma yn yna yno yr yw ydy ydym ymddiriedaeth
""")
# Names that are words as well. In small letters they are taken for the word.
BOTH = _words("""
aeron april art august autumn awel bach baker banks basil bell best bill bird bishop black bright brook brooks
brown bryn butler carter celyn chance chase church clay cliff coch cook cooper crystal dale dawn day dean du dwyn
eirlys enfys eos eira faith farmer field fisher fox frank gale gardener gene glyn good grace grant gray green grey
guy gwawr gwen gwyn haf hall happy hart hazel heather hedd hen heulwen hill holly hope hunt hunter iris ivy jack
jewel joy june king lamb lane lark lily little llinos llwyd long love lowe major mai mark marsh mason mawr may medi
miles mill miller mills moel moon moss nest nice non norm olive page park parker parks parish pat pearl penny piper
pitt pool poppy porter power price ray read rich rivers robin rock rose rowan ruby sage seren sharp shepherd short
skip small smart smith spring star stone storm sue summer sunny swift tanner taylor tegan tirion turner victor
violet walker ward waters webb wells west white will winter wood woods wren wright wyn young
""")
# First names that are often given in Wales and are no words: found where they begin a sentence too.
GIVEN = _words("""
aled alun angharad aneirin anwen arwel bethan branwen bronwen carwyn catrin ceri cerys chloe daniel dafydd david
delyth dewi dilwyn dylan eleri elin elinor eluned emlyn emma emrys ffion gareth geraint gethin glenys gruffydd guto
gwenllian gwilym gwyneth heledd helen huw hywel iestyn ieuan ifan ifor ioan iolo islwyn iwan jac james jane john
julie karen katie laura leighton llew lleucu lloyd llyr lowri mair maldwyn manon mared marged megan meinir meirion
menna meredith michael mohammed morfydd myfanwy nerys nia nigel ogwen osian owain owen paul peter phil rachel
rebecca rhian rhiannon rhodri rhys richard robert rhun ruth sara sarah sharon sian simon sioned sion stephen steve
steffan susan teleri tomos trefor trystan tudur wendy wyndham yasmin
""")


class Use(Frozen, frozen=True):
    """How words are written in some texts: `ordinary` by two people in small letters, `inside` with a capital in mid
    sentence by anybody. Both plain (`plain`)."""

    ordinary: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()


NO_USE = Use()


def use_of_words(texts: Iterable[tuple[str, str]]) -> Use:
    """How words are written in texts, each with who wrote it."""
    small: dict[str, set[str]] = {}
    inside = set()
    for who, text in texts:
        end = 0
        for number, match in enumerate(TOKEN.finditer(text)):
            word = plain(match[0])
            if match[0][0].islower() and len(word) > 1:
                small.setdefault(word, set()).add(who)
            elif number and is_capital(match[0]) and not begins_sentence(text[end : match.start()]):
                inside.add(word)
            end = match.end()
    return Use(frozenset(word for word, people in small.items() if len(people) >= TWO), frozenset(inside))


def begins_sentence(between: str) -> bool:
    """Whether a sentence ends in what stands between two words."""
    return bool(_ENDS.search(between))


def plain(word: str) -> str:
    """Small letters without accents and without signs nobody sees, and without the ending of a possessive."""
    bare = unicodedata.normalize("NFKD", _UNSEEN.sub("", word).casefold())
    bare = "".join(letter for letter in bare if not unicodedata.combining(letter)).replace("’", "'")
    return bare.removesuffix("'s")


def is_capital(word: str) -> bool:
    """Whether a word is written like a name: with a capital, be it after the letters of a mutation (`nGwent`)."""
    return any(letter.isupper() for letter in word[:3])
