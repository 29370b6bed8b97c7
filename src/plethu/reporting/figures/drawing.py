"""An SVG drawing with a title, a description and words that know their language. No style attribute, no script."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from urllib.parse import quote

from plethu.evidence.text import Language
from plethu.reporting.documents.clean import clean
from plethu.reporting.figures.lettering import wrap
from plethu.reporting.figures.looks import LOOKS, SANS
from plethu.reporting.told import Words

LINE = 1.25  # of the size of the letters
TIP = 6


class Drawing:
    """Collects shapes and words. `linked` drawings can be entered; the others are one image to a screen reader."""

    def __init__(self, id: str, language: Language, title: Words, description: Words, *, linked: bool = False) -> None:
        self.id = re.sub(r"[^a-z0-9-]", "-", f"fig-{id}".lower())
        self.language = language
        self.title, self.description, self.linked = title, description, linked
        self._parts: list[str] = []

    def shape(self, name: str, look: str, **attributes: float | str) -> None:
        """A rectangle, line, path or circle. Attribute names are SVG's, with `_` for `-`."""
        given = {key.replace("_", "-"): _written(value) for key, value in attributes.items()}
        self._parts.append(f"<{name} {_attributes({'class': look, **LOOKS[look], **given})}/>")

    def box(self, look: str, x: float, y: float, width: float, height: float, *, round: float = 6) -> None:
        """A rectangle."""
        self.shape("rect", look, x=x, y=y, width=width, height=height, rx=round)

    def arrow(
        self, points: Sequence[tuple[float, float]], look: str = "fig-arrow", tip: str = "fig-tip", dashed: bool = False
    ) -> None:
        """A line through points, with a tip at the last. Every leg is level or upright."""
        (x0, y0), (x, y) = points[-2:]
        dx, dy = _sign(x - x0) * TIP, _sign(y - y0) * TIP
        self.shape(
            "path", look, d=_way([*points[:-1], (x - dx, y - dy)]), **({"stroke-dasharray": "6 4"} if dashed else {})
        )
        base, side = (x - dx * 1.4, y - dy * 1.4), (dy * 0.7, dx * 0.7)
        ends = [(x, y), (base[0] - side[0], base[1] - side[1]), (base[0] + side[0], base[1] + side[1])]
        self.shape("path", tip, d=_way(ends) + " Z")

    def text(
        self, words: Words, x: float, y: float, size: float, *, room: float = 0, look: str = "fig-ink",
        bold: bool = False, anchor: str = "start",
    ) -> float:  # fmt: skip
        """Words with their first line's foot at `y`, broken to `room`; the height they took."""
        text = clean(words.text)
        lines = wrap(text, room, size, bold=bold) if room else [text]
        values = {"class": look, **LOOKS[look], "x": _written(x), "y": _written(y), "font-size": _written(size)}
        values |= {"font-weight": "700"} if bold else {}
        values |= {"text-anchor": anchor} if anchor != "start" else {}
        values |= {"lang": words.language} if words.language != self.language else {}
        if len(lines) == 1:
            inner = escape(lines[0])
        else:
            steps = (f' dy="{_written(size * LINE)}"' if n else "" for n in range(len(lines)))
            inner = "".join(
                f'<tspan x="{_written(x)}"{dy}>{escape(line)} </tspan>' for dy, line in zip(steps, lines, strict=True)
            )
        self._parts.append(f"<text {_attributes(values)}>{inner}</text>")
        return size * LINE * len(lines)

    def open(self, name: Words, href: str = "") -> None:
        """Begin a named part, a link where there is an address."""
        lang: dict[str, str] = {"lang": name.language} if name.language != self.language else {}
        if href:
            values = {"class": "fig-link", "href": href, "aria-label": clean(name.text), **lang}
            self._parts.append(f"<a {_attributes(values)}>")
        else:
            self._parts.append(f"<g{' ' if lang else ''}{_attributes(lang)}>")
        self._parts.append(f"<title>{escape(clean(name.text))}</title>")

    def close(self, href: str = "") -> None:
        """End a named part."""
        self._parts.append("</a>" if href else "</g>")

    def svg(self, width: float, height: float) -> str:
        """The drawing, as wide and high as said."""
        role = "group" if self.linked else "img"
        head = {
            "xmlns": "http://www.w3.org/2000/svg", "class": "fig", "id": self.id, "role": role, "lang": self.language,
            "aria-labelledby": f"{self.id}-title", "aria-describedby": f"{self.id}-desc", "width": _written(width),
            "height": _written(height), "viewBox": f"0 0 {_written(width)} {_written(height)}", "font-family": SANS,
        }  # fmt: skip
        return (
            f"<svg {_attributes(head)}>{self._named('title', self.title)}{self._named('desc', self.description)}"
            + "".join(self._parts)
            + "</svg>"
        )

    def _named(self, tag: str, words: Words) -> str:
        lang = f' lang="{words.language}"' if words.language != self.language else ""
        return f'<{tag} id="{self.id}-{tag}"{lang}>{escape(clean(words.text))}</{tag}>'


def address(template: str, id: str) -> str:
    """A link's address, with `{id}` filled in; empty where no template is given."""
    return template.replace("{id}", quote(id, safe="")) if template else ""


def _attributes(values: dict[str, str]) -> str:
    return " ".join(f'{name}="{escape(value)}"' for name, value in values.items())


def _written(value: float | str) -> str:
    return value if isinstance(value, str) else f"{value:.1f}".rstrip("0").rstrip(".")


def _way(points: Sequence[tuple[float, float]]) -> str:
    return "M" + " L".join(f"{_written(x)} {_written(y)}" for x, y in points)


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)
