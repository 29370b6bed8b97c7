"""The application that a server runs: `uvicorn plethu_web.config.asgi:application`, or `plethu serve`."""

from __future__ import annotations

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "plethu_web.config.settings")
_django = get_asgi_application()

from plethu_web.config.limits import bounded  # noqa: E402 - settings first

application = bounded(_django)
