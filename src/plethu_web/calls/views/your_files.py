"""The files a sender adds. The only public address that takes a large body; it is read past memory, onto the disk."""

from __future__ import annotations

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plethu_web.calls import showing
from plethu_web.calls.actions import sending as actions
from plethu_web.calls.actions.calls import NotNow
from plethu_web.calls.forms.sending import FilesForm
from plethu_web.calls.queries import submissions as queries
from plethu_web.calls.states import State, rule_of
from plethu_web.stored import NotKept, TooLarge, as_attachment


@csrf_exempt  # `_files` checks it, once what was sent has been read without harm
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def files(request: HttpRequest, token: str) -> HttpResponse:
    """Add files, look at those that are there, take some away."""
    row = queries.sent_with(token)
    if not rule_of(row.state).sender_changes:
        return redirect("calls:yours", token=token)
    try:
        request.POST  # noqa: B018 - read here, where what is wrong with it can be said in words
    except RequestDataTooBig:
        raise
    except (SuspiciousOperation, MultiPartParserError):
        return _page(request, token, _too_many(), 400)
    except OSError:
        return _page(request, token, str(NotKept.words), 507)
    return _files(request, token)


@csrf_protect
def _files(request: HttpRequest, token: str) -> HttpResponse:
    if request.method != "POST":
        return _page(request, token)
    form = FilesForm(request.POST, request.FILES)
    sent = request.FILES.getlist("file")
    if not sent and "switch_language" not in request.POST:
        return _after(token, queries.sent_with(token).state)
    if len(sent) > actions.MOST_FILES or not form.is_valid():
        return _page(request, token, _too_many(), 400)
    try:
        actions.add_files(token=token, files=form.cleaned_data["file"])
    except actions.TooManyFiles:
        return _page(request, token, f"{_('There is no room for all of these files.')} {showing.limits()}", 400)
    except NotKept as error:
        return _page(request, token, str(error.words), 413 if isinstance(error, TooLarge) else 507)
    except NotNow:
        return redirect("calls:yours", token=token)
    except actions.NothingThere as error:
        raise Http404 from error
    if "switch_language" in request.POST or "more" in request.POST:
        return _page(request, token)
    return _after(token, queries.sent_with(token).state)


@never_cache
@require_POST
def remove(request: HttpRequest, token: str, pk: int) -> HttpResponse:
    """Take a file away again."""
    try:
        actions.remove_file(token=token, pk=pk)
    except NotNow:
        return redirect("calls:yours", token=token)
    except actions.NothingThere as error:
        raise Http404 from error
    return redirect("calls:your-files", token=token)


@never_cache
@require_safe
def file(request: HttpRequest, token: str, pk: int) -> HttpResponseBase:
    """One of the files, back to whoever sent it."""
    found = queries.file_of(queries.sent_with(token), pk)
    try:
        return as_attachment(found.sha256, found.name)
    except FileNotFoundError as error:
        raise Http404 from error


def _page(request: HttpRequest, token: str, error: str = "", status: int = 200) -> HttpResponse:
    row = queries.sent_with(token)
    context = {
        "call": row.call,
        "row": row,
        "token": token,
        "form": FilesForm(),
        "files": showing.files(row),
        "limits": showing.limits(),
        "errors": [{"text": error, "href": "#id_file"}] if error else [],
        "step": 2,
        "is_draft": row.state == State.DRAFT,
    }
    return render(request, "calls/files.html", context, status=status)


def _after(token: str, state: str) -> HttpResponse:
    if state == State.DRAFT:
        return redirect("calls:your-about", token=token)
    return redirect(f"{reverse('calls:yours', args=[token])}?done=changed")


def _too_many() -> str:
    return f"{_('Nothing was kept: this was too many files at once.')} {showing.limits()}"
