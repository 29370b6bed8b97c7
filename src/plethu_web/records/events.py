"""What can happen to imports and records, as the audit trail names it."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

KINDS: dict[str, Promise] = {
    "import-started": _("Sent in a file of records"),
    "import-finished": _("Took in a file of records"),
    "import-set-aside": _("Set an import aside"),
    "import-brought-back": _("Brought an import back"),
    "record-withdrawn": _("Deleted the copy of something that was withdrawn"),
    "record-mended": _("Mended a record"),
    "record-edit-undone": _("Undid an edit of a record"),
    "records-exported": _("Took records away"),
}
