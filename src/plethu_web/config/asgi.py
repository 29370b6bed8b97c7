"""The application that a server runs: `uvicorn plethu_web.config.asgi:application`, or `plethu serve`."""

from __future__ import annotations

import os
import warnings

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "plethu_web.config.settings")
_django = get_asgi_application()

from django.urls import get_resolver  # noqa: E402 - settings first

from plethu_web.config.limits import bounded  # noqa: E402
from plethu_web.config.patience import in_time  # noqa: E402
from plethu_web.config.senders import known  # noqa: E402
from plethu_web.config.turns import in_turn  # noqa: E402
from plethu_web.frameworks.edition import current_edition  # noqa: E402
from plethu_web.workshops.live import streamed  # noqa: E402

# Read every page's code and the edition now, so that no reader waits for them or sees them fail.
get_resolver().url_patterns  # noqa: B018
current_edition()

# WhiteNoise hands over small files in one piece; that Django has to read them at once is what we want.
warnings.filterwarnings("ignore", message="StreamingHttpResponse must consume synchronous iterators")

application = streamed(bounded(known(in_time(in_turn(_django)))))
