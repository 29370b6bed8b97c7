"""Imports, their records as read, and what was mended in them since.

Rows of an import are stored in batches and shown only once it is `there`: to its readers an import is whole or absent.
"""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plethu_web.reviews.models.review import Review, person


class Import(models.Model):
    """One file of records, with its origin, which stays with every record of it."""

    class State(models.TextChoices):
        """How far an import is. Only the records of one that is there are shown."""

        READING = "reading", _("being read")
        THERE = "there", _("taken in")
        FAILED = "failed", _("not taken in")
        ASIDE = "aside", _("set aside")

    class Branch(models.TextChoices):
        """How the records were found, as the flow of the review counts them."""

        DATABASE = "database", _("Database")
        REGISTER = "register", _("Register")
        WEBSITE = "website", _("Website or search engine")
        CITATION = "citation", _("Citation searching")
        MEMBERS = "members", _("Suggested by members or partners")
        CALL = "call", _("Open call")
        OTHER = "other", _("Another way")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="imports")
    name = models.CharField(_("name of the file"), max_length=255)
    sha256 = models.CharField(_("checksum"), max_length=64)
    size = models.PositiveBigIntegerField(_("size"))
    format = models.CharField(_("format"), max_length=20, blank=True)
    mapping = models.JSONField(default=dict)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.READING)
    branch = models.CharField(_("how the records were found"), max_length=12, choices=Branch, default=Branch.DATABASE)
    strand = models.CharField(_("strand"), max_length=60, blank=True)
    database = models.CharField(_("database or site"), max_length=200, blank=True)
    platform = models.CharField(_("platform"), max_length=200, blank=True)
    searched = models.CharField(_("date of the search"), max_length=40, blank=True)
    strategy = models.TextField(_("search strategy"), max_length=20_000, blank=True)
    hits = models.PositiveIntegerField(_("hits the database reported"), null=True, blank=True)
    batch = models.UUIDField(default=uuid.uuid4, db_index=True, help_text=_("Files sent in together share it."))
    report = models.JSONField(default=dict)
    records_read = models.PositiveIntegerField(default=0)
    made = models.DateTimeField(auto_now_add=True)
    by = person()
    job = models.UUIDField(null=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ("-made",)
        constraints = (
            models.UniqueConstraint(
                fields=["review", "sha256"], condition=Q(state__in=["reading", "there"]), name="a_file_is_taken_in_once"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["reading", "there", "failed", "aside"]), name="import_is_in_a_known_state"
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def shown_name(self) -> Promise | str:
        """The name of the file; what the call brought in is no file."""
        return self.Branch.CALL.label if self.format == "call" else self.name


class Record(models.Model):
    """One row of an import. `fields` and `csl_read` stay as they were read; `csl` has the edits over it.

    The columns from `doi` on are made for matching, once, when the record is stored or mended.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="records")
    source = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="records")
    number = models.PositiveIntegerField()
    line = models.PositiveIntegerField(default=0)
    fields = models.JSONField()
    csl_read = models.JSONField()
    csl = models.JSONField()
    repairs = models.JSONField(default=list)
    printed_date = models.CharField(max_length=200, blank=True)
    edtf = models.CharField(max_length=60, blank=True)
    is_mended = models.BooleanField(default=False)
    kind = models.CharField(max_length=40)
    title = models.TextField(blank=True)
    authors = models.TextField(blank=True)
    container = models.TextField(blank=True)
    has_abstract = models.BooleanField(default=False)
    outside_id = models.CharField(max_length=64, blank=True, db_index=True)
    place_printed = models.CharField(max_length=300, blank=True)
    place = models.CharField(max_length=300, blank=True)
    tier = models.CharField(max_length=12, blank=True)
    authority = models.CharField(max_length=12, blank=True)

    doi = models.CharField(max_length=255, blank=True)
    pmid = models.CharField(max_length=20, blank=True)
    title_key = models.TextField(blank=True)
    title_digits = models.CharField(max_length=255, blank=True)
    surnames = models.TextField(blank=True)
    first_page = models.CharField(max_length=60, blank=True)
    journal_words = models.TextField(blank=True)
    journal_initials = models.CharField(max_length=60, blank=True)
    issn = models.CharField(max_length=60, blank=True)
    year = models.PositiveSmallIntegerField(null=True)

    class Meta:
        verbose_name = _("record")
        verbose_name_plural = _("records")
        ordering = ("source__made", "number")
        constraints = (models.UniqueConstraint(fields=["source", "number"], name="one_record_for_a_place_in_the_file"),)
        indexes = (
            models.Index(fields=["review", "doi"], name="records_by_doi"),
            models.Index(fields=["review", "year"], name="records_by_year"),
        )

    def __str__(self) -> str:
        return self.title or f"{self.source_id} {self.number}"


class Edit(models.Model):
    """One change of one variable of a record. Only ever added to: undoing adds another one."""

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="edits")
    variable = models.CharField(max_length=40)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    reason = models.CharField(max_length=300, blank=True)
    undoes = models.OneToOneField("self", on_delete=models.RESTRICT, null=True, related_name="undone_by")
    at = models.DateTimeField(auto_now_add=True)
    by = person()

    class Meta:
        verbose_name = _("edit")
        verbose_name_plural = _("edits")
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.record_id} {self.variable}"
