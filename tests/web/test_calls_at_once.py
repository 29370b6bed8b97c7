"""The same thing done by two at the same moment is done once: in a real installation, each in a thread of its own."""

from __future__ import annotations

import json

import pytest

from .installation import installation

pytestmark = pytest.mark.database

BEGIN = """
import json, threading
from django.db import connection
from django.core.files.uploadedfile import SimpleUploadedFile
from plethu_web import stored
from plethu_web.accounts.models import Event, User
from plethu_web.calls.actions import drafts, sending, withdrawing
from plethu_web.calls.models import Submission
from plethu_web.reviews.models import Review
from tests.web.calls_cast import a_call, row_of
WORDS = drafts.WordsSent(kind="source", title="Beans", story="Beans grew.")
ABOUT = sending.AboutSender("event", "", [], "cc-by-4.0", "Gwen", "", "en")

def at_once(*doing):
    go, came = threading.Barrier(len(doing)), []
    def do(one):
        go.wait()
        try:
            came.append(one())
        except Exception as error:
            came.append(type(error).__name__)
        finally:
            connection.close()
    threads = [threading.Thread(target=do, args=(one,)) for one in doing]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    return came

def ready(call, once):
    token = drafts.begin(call=call, once=once, words=WORDS, code="")
    sending.add_files(token=token, files=[SimpleUploadedFile("a.txt", b"the same")])
    sending.describe_sender(token=token, about=ABOUT)
    return token

call = a_call(Review.objects.first())
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with installation(tmp_path_factory.mktemp("calls") / "home", migrated=True) as made:
        yield made


def said(site, code):
    return json.loads(site.python(BEGIN + code).splitlines()[-1])


def test_each_of_them_happens_once(site):
    found = said(
        site,
        """
once = "a" * 43
begun = at_once(*[lambda: drafts.begin(call=call, once=once, words=WORDS, code="")] * 4)
after_begin = Submission.objects.count()
sending.describe_sender(token=once, about=ABOUT)
sent = at_once(*[lambda: sending.send(token=once)] * 4)
others = [ready(call, letter * 43) for letter in "bcde"]
at_once(*[lambda token=token: sending.send(token=token) for token in others])
numbers = sorted(row_of(token).number for token in (once, *others))
withdrawn = at_once(*[lambda: withdrawing.withdraw(token=once)] * 4)
print(json.dumps([begun == [once] * 4, after_begin, sorted(sent), numbers, withdrawn,
    Event.objects.filter(kind="submission-withdrawn").count(), row_of(once).state]))
""",
    )
    assert found == [True, 1, [False, False, False, True], [1, 2, 3, 4, 5], [None] * 4, 1, "withdrawn"]


def test_no_row_is_left_without_its_file_when_one_withdraws_what_another_sends(site):
    found = said(
        site,
        """

lost = 0
for turn in range(8):
    first, second = (ready(call, f"{letter}{turn}" * 22) for letter in "pq")
    sending.send(token=first)
    new = [SimpleUploadedFile("b.txt", b"turn %d" % turn)]
    sending.add_files(token=first, files=new)
    new[0].seek(0)
    at_once(lambda: withdrawing.withdraw(token=first), lambda: sending.add_files(token=second, files=new))
    for file in row_of(second).files.all():
        lost += not stored.is_sound(file.sha256)
print(json.dumps(lost))
""",
    )
    assert found == 0
