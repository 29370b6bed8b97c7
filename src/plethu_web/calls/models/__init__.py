"""What is stored of calls, of what is sent in, and of searches."""

from plethu_web.calls.models.call import Call, Referrer
from plethu_web.calls.models.search import Search
from plethu_web.calls.models.submission import Submission, SubmissionFile

__all__ = ["Call", "Referrer", "Search", "Submission", "SubmissionFile"]
