"""What is stored of search strategies. Models stand by topic in the modules beside this one."""

from plethu_web.strategies.models.answers import FindingAnswer, PeerReview
from plethu_web.strategies.models.runs import LoggedRun, Run
from plethu_web.strategies.models.strategy import SearchPlan, Strategy, Version
from plethu_web.strategies.models.terms import Term

__all__ = ["FindingAnswer", "LoggedRun", "PeerReview", "Run", "SearchPlan", "Strategy", "Term", "Version"]
