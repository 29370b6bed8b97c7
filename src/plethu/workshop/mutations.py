"""The forms a Welsh name can take after other words: `Caerdydd`, `Gaerdydd`, `Nghaerdydd`, `Chaerdydd`.

The soft, nasal and aspirate mutations, and the h that vowels take; see P. W. Thomas, Gramadeg y Gymraeg (1996).
"""

from __future__ import annotations

# Digraphs first: "ll" is one letter, and "ch", "dd", "ff", "ph", "th" do not change at all.
SOFT = (("ll", "l"), ("rh", "r"), ("p", "b"), ("t", "d"), ("c", "g"), ("b", "f"), ("d", "dd"), ("g", ""), ("m", "f"))
NASAL = (("p", "mh"), ("t", "nh"), ("c", "ngh"), ("b", "m"), ("d", "n"), ("g", "ng"))
ASPIRATE = (("p", "ph"), ("t", "th"), ("c", "ch"))
UNCHANGING = ("ch", "dd", "ff", "ng", "ph", "th")
VOWELS = "aeiouwyâêîôûŵŷ"


def mutated(word: str) -> tuple[str, ...]:
    """A word in small letters and every form that a mutation gives it, itself first."""
    found = [word]
    if not word.startswith(UNCHANGING):
        for kind in (SOFT, NASAL, ASPIRATE):
            change = next(((radical, to) for radical, to in kind if word.startswith(radical)), None)
            if change and len(word) > len(change[0]) + 1:
                found.append(change[1] + word[len(change[0]) :])
    if word[:1] and word[0] in VOWELS:
        found.append("h" + word)
    return tuple(dict.fromkeys(found))
