"""What is stored of workshops. Models stand by topic in the modules beside this one."""

from plethu_web.workshops.models.board import Board, Card, CardReport, CardVersion, LateSeat, NoteVersion, Room
from plethu_web.workshops.models.breakouts import Plan, Seat
from plethu_web.workshops.models.coding import (
    CodedBy,
    CodingChange,
    Proposal,
    ProposalMerge,
    Remark,
    Statement,
    StatementChange,
)
from plethu_web.workshops.models.edition import HeldEdition
from plethu_web.workshops.models.made_up import MadeUp
from plethu_web.workshops.models.registration import Contact, Participant, RegisterImport, Wish
from plethu_web.workshops.models.release import Caution, Signing, WorkshopRelease
from plethu_web.workshops.models.workshop import Facilitator, Prompt, Round, Topic, Workshop

__all__ = [
    "Board",
    "Card",
    "CardReport",
    "CardVersion",
    "Caution",
    "CodedBy",
    "CodingChange",
    "Contact",
    "Facilitator",
    "HeldEdition",
    "LateSeat",
    "MadeUp",
    "NoteVersion",
    "Participant",
    "Plan",
    "Prompt",
    "Proposal",
    "ProposalMerge",
    "RegisterImport",
    "Remark",
    "Room",
    "Round",
    "Seat",
    "Signing",
    "Statement",
    "StatementChange",
    "Topic",
    "Wish",
    "Workshop",
    "WorkshopRelease",
]
