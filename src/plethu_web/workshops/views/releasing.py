"""Reading each text before it is published, and publishing: thresholds, the check against the ledger, files."""

from __future__ import annotations

import uuid
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plethu.evidence.text import Language
from plethu.reporting.workshop_chapter import anonymity_sentence
from plethu.wording import say
from plethu.workshop.contributions import Contribution
from plethu.workshop.masking import KNOWN
from plethu.workshop.reading import anonymity
from plethu.workshop.releases import Thresholds
from plethu.workshop.signing import hash_of, published_text, translation_of
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.reviews.access import Access, in_review
from plethu_web.reviews.views.posted import status_of
from plethu_web.workshops import coding_shown as shown
from plethu_web.workshops import release_files
from plethu_web.workshops.actions import releasing as actions
from plethu_web.workshops.actions.coding import Refused
from plethu_web.workshops.check_shown import not_now, promised_sentence
from plethu_web.workshops.forms.releasing import SigningForm, ThresholdForm, value_of
from plethu_web.workshops.opened import Opened, opened
from plethu_web.workshops.queries import coding as coded
from plethu_web.workshops.queries import releasing as queries
from plethu_web.workshops.queries.desk import next_in_queue
from plethu_web.workshops.queries.going_out import going_out
from plethu_web.workshops.release_shown import changes
from plethu_web.workshops.views.coding import doing
from plethu_web.workshops.views.workshops import form_of


@in_review("run-workshops")
@require_http_methods(["GET", "HEAD", "POST"])
def text(request: HttpRequest, access: Access, pk: uuid.UUID, said: str) -> HttpResponse:
    """Read a text, decide what is masked, and sign it off."""
    found = opened(access, pk)
    one = coded.contribution_of(found.workshop, said)
    row = queries.newest_signing(found.workshop, said)
    state = queries.state_of(row, one)
    offered = state == "unread" and not one.hidden
    form = _signing_form(request, found, one) if offered or request.method == "POST" else None
    reads = form.reads() if form else []
    seen = hash_of(str(reads))
    if form is not None and form.is_valid() and _is_seen(request, form, seen):
        try:
            _sign(found, one, form)
            following = _to_read(found, one.id)["next"] if request.POST.get("sign") == "next" else ""
            return found.to("text", following or one.id, done="signed")
        except Refused as refused:
            for words in shown.sentences(refused.kind, refused.codes):
                form.add_error(None, words)
    context = found.context(
        "",
        said=one,
        form=form,
        signing=state,
        state_words=say(f"workshop.signing.state.{state}", reading()),
        advice=say("workshop.signing.advice", reading()),
        published=_as_published(row, one) if row and state == "signed-off" else (),
        knows_people=queries.knows_people(found.workshop),
        reads=reads,
        seen=seen,
        done=request.GET.get("done", ""),
        **_to_read(found, one.id),
    )
    return render(request, "workshops/coding/text.html", context, status=status_of(form) if form else 200)


def _is_seen(request: HttpRequest, form: Any, seen: str) -> bool:
    """Whether to sign now: not where only a look was asked for, nor what reads otherwise than it was last shown."""
    if "preview" in request.POST:
        return False
    if request.POST.get("seen", seen) != seen:
        form.add_error(None, _("You have changed how it will read. Read it once more below, then sign it off."))
        return False
    return True


def _signing_form(request: HttpRequest, found: Opened, one: Contribution) -> Any:
    names = queries.names_in(found.workshop)
    known = [value_of(each) for each in names.find(one.text) if each.kind in KNOWN]
    initial = {"mask": known, "language": one.language}
    return form_of(request, SigningForm, initial, said=one.text, names=names, masks_in=queries.masks)


def _sign(found: Opened, one: Contribution, form: Any) -> None:
    actions.sign(
        doing=doing(found),
        contribution=one.id,
        marked=actions.Marked(*form.marked()),
        language=form.cleaned_data["language"],
        translation=form.cleaned_data["translation"],
        marked_there=actions.Marked(form.marked_there()),
    )


def _as_published(row: Any, one: Contribution) -> list[tuple[str, str]]:
    """The words, and those in the other language, each with its language; none where it is hidden."""
    if one.hidden:
        return []
    words: list[tuple[str, str]] = [
        (one.language, published_text(queries.review_of(row, one), one, queries.masks(one.language)))
    ]
    if row.translation:
        made = translation_of(one, row.translation)
        review = queries.review_of_translation(row, made)
        words.append((made.language, published_text(review, made, queries.masks(made.language))))
    return words


def _to_read(found: Opened, id: str) -> dict[str, Any]:
    """The next text that nobody has decided on, and how many are left."""
    said, signings = coded.contributions_of(found.workshop), queries.newest_signings(found.workshop)
    unread = [each.id for each in said.values() if not queries.is_decided(signings.get(each.id), each)]
    return {"next": next_in_queue(list(said), id, unread), "left": len(unread)}


@in_review("run-workshops")
@require_POST
def step(request: HttpRequest, access: Access, pk: uuid.UUID, said: str) -> HttpResponse:
    """Keep a text back, or open it again."""
    found = opened(access, pk)
    one = coded.contribution_of(found.workshop, said)
    actions.step(doing=doing(found), said=one, code=request.POST.get("step", ""))
    return found.to("text", one.id, done="changed")


@in_review("manage")
@require_http_methods(["GET", "HEAD", "POST"])
def thresholds(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """The owner chooses how few people labels and tables may stand for."""
    found = opened(access, pk)
    caution = coded.caution_of(found.workshop)
    initial = {"labels": caution.labels, "tables": caution.tables, "blind": caution.blind}
    form = form_of(request, ThresholdForm, initial)
    if form.is_valid():
        try:
            actions.choose_thresholds(doing=doing(found), **form.cleaned_data)
            return found.to("releases", done="changed")
        except Refused as refused:
            for words in shown.sentences(refused.kind, refused.codes, least=3):
                form.add_error(None, words)
    return render(request, "workshops/coding/thresholds.html", found.context("", form=form), status=status_of(form))


@in_review("read-workshops")
@require_safe
def releases(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """What was released, what would be released now, and whether that is safe."""
    return _releases(request, opened(access, pk), request.GET.get("table", "1") == "1")


def _releases(request: HttpRequest, found: Opened, with_table: bool, status: int = 200) -> HttpResponse:
    workshop = found.workshop
    going, caution = going_out(workshop, with_table), coded.caution_of(workshop)
    labelled = going.labelled
    promised, chosen = labelled.promised, Thresholds(caution.labels, caution.tables)
    context = found.context(
        "",
        rows=queries.releases_of(workshop),
        texts=len({each.text for each in going.texts}),
        said=len(going.said),
        held=len(labelled.labelling.held),
        going=going,
        statements=len(going.statements),
        blocked=going.blocked,
        table=[(shown.sectors([row.value])[0] if row.value else "", row.count) for row in labelled.rows],
        not_now=not_now(going),
        weakened=bool(labelled.prepared.check.weakened),
        may_go_out=going.may_go_out,
        anonymity=anonymity_sentence(anonymity(labelled.labelling, promised), reading()),
        promised=promised,
        promised_words=promised_sentence(promised) if promised != chosen else "",
        with_table=with_table,
        may_release=found.access.can("manage"),
        done=request.GET.get("done", ""),
    )
    return render(request, "workshops/coding/releases.html", context, status=status)


@in_review("read-workshops")
@require_safe
def release(request: HttpRequest, access: Access, pk: uuid.UUID, number: int) -> HttpResponse:
    """One release: its files, and what the next edition changes."""
    found = opened(access, pk)
    row = queries.release_of(found.workshop, number)
    is_served = release_files.is_served(row)
    context = found.context(
        "",
        release=row,
        texts=len(row.content["published"]),
        files=[
            (code, kind.words, kind.ending, code.startswith("chapter"))
            for code, kind in release_files.FILES.items()
            if not kind.needs_edition or is_served
        ],
        anonymity=anonymity_sentence(release_files.anonymity_of(row), reading()),
        table=[(shown.sectors([id])[0] if id else "", count) for id, count in row.content["table"]],
        taken_out=row.content.get("taken_out", False),
        kept=row.held_editions.defer("packed").first(),
        changes=changes(row) if is_served else None,
        later=queries.releases_of(found.workshop)[-1].number,
        done=request.GET.get("done", ""),
    )
    return render(request, "workshops/coding/release.html", context)


@in_review("read-workshops")
@require_safe
def file(request: HttpRequest, access: Access, pk: uuid.UUID, number: int, kind: str, language: str) -> HttpResponse:
    """One file of a release."""
    found = opened(access, pk)
    row, of = queries.release_of(found.workshop, number), release_files.FILES.get(kind)
    if of is None or language not in ("en", "cy") or (of.needs_edition and not release_files.is_served(row)):
        raise Http404
    wanted = cast(Language, language)
    headers = {
        "Content-Type": of.type,
        "Content-Disposition": f'attachment; filename="{release_files.file_name(row, kind, wanted)}"',
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(of.make(row, wanted), headers=headers)
