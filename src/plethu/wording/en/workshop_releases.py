"""English: publishing from a workshop, what binds it, and what is said of it beside the labels."""

TEMPLATES: dict[str, str] = {
    "workshop.release.lowered": (
        "The numbers used here ({labels} people for a label, {tables} for a row of a table) are lower than is usual "
        "(5 and 10). The lead of the review chose them and answers for it."
    ),
    "workshop.release.translated": (
        "Where the language in which somebody wrote would tell too much, their words appear in translation only. "
        "What has no translation yet is not published."
    ),
    "workshop.release.too-few-people": (
        "Nothing can be published: fewer than {least} people took part among whom a speaker could be hidden. "
        "A label has to stand for at least so many."
    ),
    "workshop.release.promised": (
        "An earlier release promised at least {labels} people for a label and {tables} for a row of a table. That holds "
        "for everything published after it, whatever is chosen since."
    ),
    "workshop.release.edition": (
        "The next edition could not be made of this, so nothing was published. Put right what is named, or leave it out:"
    ),
    "workshop.release.names-unread": (
        "A statement or a new action may name somebody. Read what was found, and tick that it names nobody, or change "
        "the words first."
    ),
    "workshop.release.changed": "Something has changed since you looked. Look at what would go out now.",
    "workshop.release.withdrawn": "Taken out, since somebody withdrew what it rested on.",
    "workshop.release.this": "this release",
    "workshop.release.earlier": "release {number}",
    "workshop.release.cell-everybody": "everybody who took part ({release})",
    "workshop.release.cell-labels": "texts with the label “{name}” ({release})",
    "workshop.release.cell-languages": "Welsh texts with the label “{name}” ({release})",
    "workshop.release.cell-table": "the row “{name}” of the table of sectors ({release})",
}
