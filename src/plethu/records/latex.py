"""LaTeX in the fields of BibTeX: its accents, letters and commands as Unicode, and plain text made safe for it."""

from __future__ import annotations

import html
import re
import unicodedata

# What the accent commands put on the letter after them.
ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
}
LETTERS = {
    "aa": "å", "AA": "Å", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł",
    "ss": "ß", "SS": "ẞ", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ",
    "ng": "ŋ", "NG": "Ŋ", "S": "§", "P": "¶", "pounds": "£", "euro": "€", "texteuro": "€", "copyright": "©",
    "textcopyright": "©", "textregistered": "®", "texttrademark": "™", "textdegree": "°", "degree": "°",
    "textendash": "–", "textemdash": "—", "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“",
    "textquotedblright": "”", "textquotesingle": "'", "textquotedbl": '"', "ldots": "…", "dots": "…",
    "textellipsis": "…", "textbullet": "•", "textperiodcentered": "·", "cdot": "·", "textbackslash": "\\",
    "textasciitilde": "~", "textasciicircum": "^", "textunderscore": "_", "textbar": "|", "textless": "<",
    "textgreater": ">", "textbraceleft": "{", "textbraceright": "}", "textdollar": "$", "textsterling": "£",
    "textexclamdown": "¡", "textquestiondown": "¿", "guillemotleft": "«", "guillemotright": "»", "times": "×",
    "pm": "±", "leq": "≤", "geq": "≥", "neq": "≠", "approx": "≈", "infty": "∞", "mu": "μ", "textmu": "µ",
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "theta": "θ", "kappa": "κ",
    "lambda": "λ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "chi": "χ", "omega": "ω",
    "Delta": "Δ", "Omega": "Ω", "Sigma": "Σ", "TeX": "TeX", "LaTeX": "LaTeX", "newline": " ", "par": "\n\n",
    "quad": " ", "qquad": " ", "space": " ", "slash": "/", "dag": "†", "ddag": "‡", "textsection": "§",
}  # fmt: skip
SWITCHES = ("em", "it", "bf", "sc", "rm", "tt", "sl", "sf", "itshape", "bfseries", "scshape", "protect", "relax")
_TOKEN = re.compile(
    r"\\(?P<accent>[`'^~=.\"]|[uvHcdbrk](?![A-Za-z]))\s*(?:\{\s*(?:\\(?P<dotless>[ij])|(?P<inner>[^\W\d_]?))\s*(?:\{\s*\})?"
    r"\s*\}|\\(?P<bare>[ij])(?![A-Za-z])(?:\s*\{\s*\})?|(?P<letter>[^\W\d_]))"
    r"|\\(?P<word>[A-Za-z]+)\*?\s*"
    r"|\\(?P<sign>[\s\S])"
    r"|(?P<entity>&(?:amp|apos|quot|lt|gt|nbsp|\#\d{1,7}|\#x[0-9A-Fa-f]{1,6});)"
    r"|(?P<dash>---?(?!\{\})|-(?=\{\}))"
    r"|(?P<quotes>``|''(?!\{\}))"
    r"|(?P<rest>[{}~$])"
)
_ESCAPED_SIGN = re.compile(r"\\([_%&#$~{}])(?:\{\})?")
_NAMED_SIGN = re.compile(r"\\(textunderscore|textasciitilde)(?:\{\}|\s)?")
_MARKUP = re.compile(r"[\\{}~$&]|--|''|``")
_SPECIAL = re.compile(r"[\\{}~^&%$#_]|--+|``+|''+|&")
_SPECIALS = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
}


def plain(text: str) -> str:
    """The text without LaTeX, in composed Unicode, its white space as one blank each. What is unknown stays readable.

    Braces that keep capitals go; a formula keeps its text without the dollar signs. Blank lines remain as paragraphs.
    """
    if _MARKUP.search(text):
        text = _TOKEN.sub(_unicode, text)
    if "\n" not in text:
        return unicodedata.normalize("NFC", " ".join(text.split()))
    paragraphs = (" ".join(part.split()) for part in re.split(r"\n[ \t]*\n\s*", text))
    return unicodedata.normalize("NFC", "\n\n".join(part for part in paragraphs if part))


def verbatim(text: str) -> str:
    """An address or identifier: as it is, without blanks and without the escapes that some programs put in."""
    return _NAMED_SIGN.sub(_sign, _ESCAPED_SIGN.sub(r"\1", text)).strip()


def escaped(text: str) -> str:
    """Plain text for a field: `plain(escaped(text)) == text` for text without doubled blanks. Letters stay letters."""
    return _SPECIAL.sub(_escape, text)


def _sign(found: re.Match[str]) -> str:
    return LETTERS[found[1]]


def _escape(found: re.Match[str]) -> str:
    signs = found[0]
    if len(signs) > 1:
        return "{}".join(signs)
    return _SPECIALS.get(signs) or "\\" + signs


def _unicode(found: re.Match[str]) -> str:
    if accent := found["accent"]:
        letter = found["dotless"] or found["bare"] or found["inner"] or found["letter"] or ""
        return letter + ACCENTS[accent] if letter else {"^": "^", "~": "~"}.get(accent, "")
    if word := found["word"]:
        dropped = word in SWITCHES or found.string.startswith("{", found.end())
        return LETTERS[word] if word in LETTERS else "" if dropped else found[0]
    if sign := found["sign"]:
        return {"\\": " ", ",": " ", ";": " ", ":": " ", "/": "", "-": "", "!": "", "(": "", ")": ""}.get(sign, sign)
    if entity := found["entity"]:
        return html.unescape(entity)
    if dash := found["dash"]:
        return {"--": "–", "---": "—"}.get(dash, dash)
    if quotes := found["quotes"]:
        return "“" if quotes == "``" else "”"
    return "\u00a0" if found["rest"] == "~" else ""
