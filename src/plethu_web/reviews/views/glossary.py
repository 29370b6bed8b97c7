"""The glossary: words suggested by anybody in the team, settled by reviewers, with how they came about."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plethu_web.reviews.access import Access, in_review
from plethu_web.reviews.actions import glossary as actions
from plethu_web.reviews.actions import protocol as protocol_actions
from plethu_web.reviews.forms.glossary import DefinitionsForm, WordingForm
from plethu_web.reviews.queries import glossary as queries
from plethu_web.reviews.queries import protocol as protocol_queries
from plethu_web.reviews.views.posted import posted, status_of, typed

NAMES = ("term", "term_cy", "meaning", "meaning_cy")


@in_review("read")
@require_safe
def glossary(request: HttpRequest, access: Access) -> HttpResponse:
    """The words that are settled, those that are suggested, and those set aside."""
    words = queries.words_of(access)
    context = {
        "access": access,
        "settled": [word for word in words if word.settled and not word.row.set_aside],
        "open": [word for word in words if word.suggested and not word.row.set_aside],
        "aside": [word for word in words if word.row.set_aside],
    }
    return render(request, "reviews/glossary.html", context)


@in_review("read")
@require_safe
def word(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """One word with all its wordings."""
    found = queries.word_of(access, pk)
    context = {"access": access, "word": found, "history": queries.history_of(found), "names": access.can("see-team")}
    return render(request, "reviews/word.html", context)


@in_review("contribute")
@require_http_methods(["GET", "HEAD", "POST"])
def suggest(request: HttpRequest, access: Access, pk: int | None = None) -> HttpResponse:
    """Suggest a word, or another wording for one."""
    found = queries.word_of(access, pk) if pk is not None else None
    before = {name: getattr(found.newest, name) for name in NAMES} if found else None
    form = WordingForm(posted(request), initial=typed(request, before))
    if form.is_valid():
        doer: dict[str, Any] = {"by": access.person, "access": access, "columns": form.columns()}
        try:
            if found:
                actions.suggest_wording(word=found.row, **doer)
            else:
                actions.suggest_word(**doer)
            return redirect("reviews:glossary", slug=access.review.slug)
        except actions.TooMany:
            form.add_error(None, _("The glossary is full."))
    title = _("Suggest another wording") if found else _("Suggest a word")
    context = {"access": access, "form": form, "title": title}
    return render(request, "reviews/glossary_form.html", context, status=status_of(form))


@in_review("edit-protocol")
@require_POST
def settle(request: HttpRequest, access: Access, pk: int, number: int) -> HttpResponse:
    """Settle a wording."""
    wording = queries.history_of(queries.word_of(access, pk)).filter(number=number).first()
    if wording is None:
        raise Http404
    actions.settle(by=access.person, access=access, wording=wording)
    return redirect("reviews:glossary", slug=access.review.slug)


@in_review("edit-protocol")
@require_POST
def aside(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """Set a word aside, or take it up again."""
    found = queries.word_of(access, pk)
    actions.set_aside(by=access.person, access=access, word=found.row, aside=not found.row.set_aside)
    return redirect("reviews:glossary", slug=access.review.slug)


@in_review("edit-protocol")
@require_http_methods(["GET", "HEAD", "POST"])
def definitions(request: HttpRequest, access: Access) -> HttpResponse:
    """Choose which settled words the protocol takes in, as they are settled now."""
    settled = {definition.id: definition for definition in queries.definitions_of(access)}
    held = protocol_queries.draft_of(access).protocol.definitions
    others = {definition.id: definition for definition in held if definition.id not in settled}
    known = {**settled, **others}
    initial = {"words": [definition.id for definition in held]}
    words = [(id, definition.term) for id, definition in known.items()]
    form = DefinitionsForm(posted(request), initial=typed(request, initial), words=words)
    if form.is_valid():
        chosen = [known[id] for id in form.cleaned_data["words"]]
        protocol_actions.set_definitions(by=access.person, access=access, definitions=chosen)
        return redirect("reviews:protocol", slug=access.review.slug)
    context = {"access": access, "form": form, "any": bool(known)}
    return render(request, "reviews/definitions.html", context, status=status_of(form))
