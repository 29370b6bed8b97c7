"""Welsh: what is said of the log of involvement."""

TEMPLATES: dict[str, str] = {
    "involvement.title": "Pwy a fu'n rhan o'r gwaith, a sut",
    "involvement.source": (
        "Disgrifir hyn yn nhermau fframwaith ACTIVE (Pollock a'i chydweithwyr, 2019, doi:10.1177/1355819619841647)."
    ),
    "involvement.nobody": "Nid oedd neb yn rhan o'r gwaith yn y camau hyn: {stages}.",
    "involvement.undescribed": "Heb ei ddisgrifio: {fields}.",
}
