"""Pages of the site: CPU per request, what the first visit loads, and how static files are cached."""

from __future__ import annotations

import gzip
import os
import re
import tempfile

from benchmarks.measure import cpu_of, head, say

os.environ.setdefault("PLETHU_HOME", tempfile.mkdtemp(prefix="plethu-bench-"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "plethu_web.config.settings")

PATHS = (
    "", "advice/", "advice/questions/partners/", "advice/result/",
    "actions/", "actions/grant-funding/", "evidence/", "evidence/?q=trust&strand=workshop",
    "evidence/F042/", "places/", "sources/", "methods/", "methods/desk/", "relations/", "glossary/", "about/",
)  # fmt: skip


def run() -> None:
    """Print the figures."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.test import Client

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    client = Client(headers={"host": "127.0.0.1"})
    client.post("/en/advice/examples/rural/")
    head("site: one request, in process")
    for language in ("en", "cy"):
        for path in PATHS:
            address = f"/{language}/{path}"
            status = client.get(address).status_code
            taken = cpu_of(lambda a=address: client.get(a), 9)  # type: ignore[misc]
            say(f"{address} ({status})", taken, limit="target: none over 50 ms")
    _first_load(client)


def _first_load(client: object) -> None:
    head("site: what a first visit loads, compressed")
    page = client.get("/en/").content  # type: ignore[attr-defined]
    total = len(gzip.compress(page))
    print(f"{'/en/':<58}{total:>9} bytes")
    for found in sorted(set(re.findall(rb'(?:href|src)="(/static/[^"]+\.(?:css|js))"', page))):
        response = client.get(found.decode())  # type: ignore[attr-defined]
        body = b"".join(response.streaming_content) if response.streaming else response.content
        size = len(gzip.compress(body))
        total += size
        print(f"{found.decode():<58}{size:>9} bytes  {response.headers.get('Cache-Control', 'no Cache-Control')}")
    print(f"{'together':<58}{total:>9} bytes  target: at most 61,440")
