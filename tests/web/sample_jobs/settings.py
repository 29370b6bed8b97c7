"""The site's settings with the sample jobs, for processes that a test starts. Impatient, so that tests are short."""

import os

from plethu_web.config.settings import *  # noqa: F403

INSTALLED_APPS = [*INSTALLED_APPS, "tests.web.sample_jobs"]  # noqa: F405
JOB_WAIT_SECONDS = 0.1
JOB_POLL_SECONDS = 0.1
JOB_HANGS_SECONDS = float(os.environ.get("SAMPLE_HANGS") or 60)
