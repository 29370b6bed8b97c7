"""English: what is said of the log of involvement."""

TEMPLATES: dict[str, str] = {
    "involvement.title": "Who was involved, and how",
    "involvement.source": (
        "Described in the terms of the ACTIVE framework (Pollock and colleagues, 2019, doi:10.1177/1355819619841647)."
    ),
    "involvement.nobody": "Nobody was involved at these stages: {stages}.",
    "involvement.undescribed": "Not described: {fields}.",
}
