"""Every address of the site. Pages stand under /en/ and /cy/; the bare address goes to the reader's language."""

from __future__ import annotations

from allauth.account.decorators import secure_admin_login
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.templatetags.static import static
from django.urls import include, path
from django.utils.functional import lazy
from django.views.generic import RedirectView

from plethu_web.accounts.sign_in_urls import provider_urlpatterns
from plethu_web.api.endpoints import api

ICON = lazy(static, str)("plethu/favicon.svg")  # its name holds a hash that is known once files are gathered

admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

urlpatterns = [
    path("favicon.ico", RedirectView.as_view(url=ICON)),  # asked for by browsers on pages that name no icon
    path("admin/", admin.site.urls),
    *provider_urlpatterns,
    path("api/v1/", api.urls),
    *i18n_patterns(
        path("accounts/", include("plethu_web.accounts.urls")),
        path("accounts/", include("plethu_web.accounts.sign_in_urls")),
        path("advice/", include("plethu_web.frameworks.urls")),
        path("jobs/", include("plethu_web.jobs.urls")),
        path("reviews/", include("plethu_web.reviews.urls")),
        path("", include("plethu_web.calls.urls")),
        path("reviews/", include("plethu_web.records.urls")),
        path("reviews/", include("plethu_web.strategies.urls")),
        path("room/", include("plethu_web.workshops.room_urls")),
        path("", include("plethu_web.workshops.urls")),
        path("api/", include("plethu_web.api.urls")),
        path("", include("plethu_web.evidence.urls")),
        path("", include("plethu_web.pages.urls")),
    ),
]

handler400 = "plethu_web.config.errors.bad_request"
handler403 = "plethu_web.config.errors.forbidden"
handler404 = "plethu_web.config.errors.not_found"
handler429 = "plethu_web.config.errors.too_often"  # by this name allauth finds it
handler500 = "plethu_web.config.errors.failed"
