"""Addresses of workshops.

Those with `slug` stand behind `in_review`; what follows `yours/` or `facilitating/` is a key.
"""

from __future__ import annotations

from django.urls import path

from plethu_web.workshops import coding_urls, editions_urls
from plethu_web.workshops.views import (
    agenda,
    breakout_files,
    breakouts,
    facilitators,
    links,
    made_up,
    register,
    register_lists,
    registering,
    workshops,
)

app_name = "workshops"

_ONE = "reviews/<slug:slug>/workshops/<uuid:pk>/"

urlpatterns = [
    path("reviews/<slug:slug>/workshops/", workshops.workshops, name="workshops"),
    path("reviews/<slug:slug>/workshops/new/", workshops.new, name="new"),
    path("reviews/<slug:slug>/workshops/made-up/", made_up.make, name="make-made-up"),
    *editions_urls.urlpatterns,
    path(_ONE, workshops.one, name="workshop"),
    path(f"{_ONE}change/", workshops.change, name="change"),
    path(f"{_ONE}clone/", workshops.clone, name="clone"),
    path(f"{_ONE}move/", workshops.move, name="move"),
    path(f"{_ONE}delete/", workshops.delete, name="delete"),
    path(f"{_ONE}made-up/delete/", made_up.delete, name="delete-made-up"),
    path(f"{_ONE}agenda/", agenda.agenda, name="agenda"),
    path(f"{_ONE}agenda/new/", agenda.add, name="add-part"),
    path(f"{_ONE}agenda/questions/", agenda.prompts, name="prompts"),
    path(f"{_ONE}agenda/<int:round>/", agenda.part, name="part"),
    path(f"{_ONE}agenda/<int:round>/shift/", agenda.shift, name="shift-part"),
    path(f"{_ONE}register/", register.register, name="register"),
    path(f"{_ONE}register/new/", register.add, name="add-person"),
    path(f"{_ONE}register/wishes/", register.wishes, name="wishes"),
    path(f"{_ONE}register/came/", register.attendance, name="attendance"),
    path(f"{_ONE}register/quick/", register.quick, name="quick"),
    path(f"{_ONE}register/links/", links.links, name="links"),
    path(f"{_ONE}register/file/", register.as_file, name="register-file"),
    path(f"{_ONE}register/lists/new/", register_lists.take_in, name="take-in"),
    path(f"{_ONE}register/lists/<int:list>/", register_lists.one, name="list"),
    path(f"{_ONE}register/<uuid:person>/", register.person, name="person"),
    path(f"{_ONE}register/<uuid:person>/remove/", register.remove, name="remove-person"),
    path(f"{_ONE}register/<uuid:person>/link/", links.renew, name="renew-link"),
    path(f"{_ONE}facilitators/", facilitators.facilitators, name="facilitators"),
    path(f"{_ONE}facilitators/<int:facilitator>/end/", facilitators.end_facilitator, name="end-facilitator"),
    path(f"{_ONE}groups/", breakouts.breakouts, name="breakouts"),
    path(f"{_ONE}groups/<uuid:plan>/", breakouts.plan, name="plan"),
    path(f"{_ONE}groups/<uuid:plan>/use/", breakouts.use, name="use-plan"),
    path(f"{_ONE}groups/<uuid:plan>/replan/", breakouts.replan, name="replan"),
    path(f"{_ONE}groups/<uuid:plan>/delete/", breakouts.delete, name="delete-plan"),
    path(f"{_ONE}groups/<uuid:plan>/links/", breakouts.links, name="plan-links"),
    path(f"{_ONE}groups/<uuid:plan>/zoom/", breakout_files.zoom, name="plan-zoom"),
    path(f"{_ONE}groups/<uuid:plan>/as/<slug:kind>/", breakout_files.file, name="plan-file"),
    *coding_urls.urlpatterns,
    path("workshops/", registering.door, name="door"),
    path("workshops/lost/", links.lost, name="lost"),
    path("workshops/lost/<str:signed>/", links.again, name="again"),
    path("workshops/register/<slug:key>/", registering.registering, name="registering"),
    path("workshops/register/<slug:key>/sent/", registering.sent, name="sent"),
    path("workshops/yours/<slug:token>/", registering.yours, name="yours"),
    path("workshops/yours/<slug:token>/agree/", registering.agree, name="agree"),
    path("workshops/yours/<slug:token>/change/", registering.change, name="change-yours"),
    path("workshops/yours/<slug:token>/withdraw/", registering.withdraw, name="withdraw"),
]
