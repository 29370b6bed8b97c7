"""The site's settings, in a home of their own that is gone after the run."""

import atexit
import os
import shutil
import tempfile

if "TESTS_SHARE" not in os.environ:  # the first process of a run makes the folder that all its processes share
    os.environ["TESTS_SHARE"] = tempfile.mkdtemp(prefix="plethu-tests-shared-")
    atexit.register(shutil.rmtree, os.environ["TESTS_SHARE"], ignore_errors=True)
for _name in [name for name in os.environ if name.startswith("PLETHU_")]:
    if _name not in ("PLETHU_CHROMIUM", "PLETHU_SAMPLES", "PLETHU_REPORT"):
        del os.environ[_name]
os.environ["PLETHU_HOME"] = tempfile.mkdtemp(prefix="plethu-tests-")
atexit.register(shutil.rmtree, os.environ["PLETHU_HOME"], ignore_errors=True)

from plethu_web.config.settings import *  # noqa: E402, F403
from plethu_web.config.settings import DATABASES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # a file, as at home: one in memory is locked table by table
    DATABASES["default"]["TEST"] = {"NAME": os.path.join(os.environ["PLETHU_HOME"], "tests.sqlite3")}
    DATABASES["default"]["OPTIONS"] |= {
        "timeout": 60,  # a machine that runs many tests beside each other is slower than any office
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;",
    }
