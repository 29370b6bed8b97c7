"""The settings of the site. Secure as they stand; what differs between installations comes from the environment.

PLETHU_HOME        folder of the database, the secret key and unsent mail
PLETHU_BASE_URL    the address people use, such as https://plethu.example.org; https turns on all that needs it
PLETHU_HOSTS       further host names, separated by commas
PLETHU_SECRET_KEY  instead of the key file, where a secret store provides one
DATABASE_URL       postgres://... instead of SQLite at home
PLETHU_EMAIL_URL   smtp://... instead of files in the outbox
PLETHU_EMAIL_FROM  the sender of mail
PLETHU_OPEN_SIGNUP 1 lets anybody make an account; otherwise they are made by invitation
PLETHU_OIDC_ISSUER an identity provider to sign in with, and PLETHU_OIDC_CLIENT_ID, _CLIENT_SECRET, _NAME
PLETHU_JOB_QUIET   seconds after which a silent worker is taken for dead
PLETHU_DEBUG       1 on a developer's own machine only
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from plethu_web.config import addresses, logs, sign_in
from plethu_web.config.keys import secret_keys
from plethu_web.home import find_home, last_address

PACKAGE = Path(__file__).resolve().parents[1]
HOME = find_home(os.environ.get("PLETHU_HOME", ""))
DEBUG = os.environ.get("PLETHU_DEBUG") == "1"

IS_ADDRESS_SET = bool(os.environ.get("PLETHU_BASE_URL"))
BASE_URL = addresses.base(os.environ.get("PLETHU_BASE_URL") or last_address(HOME) or "http://127.0.0.1:8000")
FAULTS_OF_ADDRESS = tuple(addresses.faults_of_base(BASE_URL))
HTTPS = BASE_URL.startswith("https://")
ALLOWED_HOSTS = [
    *filter(None, [addresses.host(BASE_URL), *os.environ.get("PLETHU_HOSTS", "").replace(" ", "").split(",")]),
    "localhost",
    "127.0.0.1",
    "[::1]",
]
CSRF_TRUSTED_ORIGINS = [BASE_URL]

SECRET_KEY, *SECRET_KEY_FALLBACKS = secret_keys(os.environ.get("PLETHU_SECRET_KEY"), HOME)

INSTALLED_APPS = [
    "plethu_web.accounts",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    *sign_in.apps(os.environ),
    "django_htmx",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "plethu_web.jobs",
    "plethu_web.pages",
    "plethu_web.frameworks",
    "plethu_web.evidence",
    "plethu_web.reviews",
    "plethu_web.calls",
    "plethu_web.records",
    "plethu_web.strategies",
    "plethu_web.workshops",
    "plethu_web.api",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "plethu_web.config.compression.CompressPages",
    "csp.middleware.CSPMiddleware",
    "plethu_web.api.middleware.ApiRules",
    "plethu_web.config.languages.RememberLanguage",
    "django.middleware.locale.LocaleMiddleware",
    "plethu_web.config.paths.PrivateLinks",
    "plethu_web.config.ratelimit.RateLimit",
    "plethu_web.config.limits.RefuseOversized",
    "plethu_web.config.paths.PagesAreReadAndPosted",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "plethu_web.config.urls"
ASGI_APPLICATION = "plethu_web.config.asgi.application"
APPEND_SLASH = True

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Data

DATABASES = {"default": addresses.database(os.environ.get("DATABASE_URL", ""), HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024  # a whole request's body, files included: see limits.py
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000  # who came, of the two thousand of a register: two fields each
FILE_UPLOAD_MAX_MEMORY_SIZE = DATA_UPLOAD_MAX_MEMORY_SIZE
LARGER_BODIES = (  # where files are sent, the body is streamed to disk and may be this large
    (r"/(en|cy)/reviews/[\w-]+/imports/new/", 512 * 1024 * 1024),
    (r"/(en|cy)/reviews/[\w-]+/workshops/editions/new/", 17 * 1024 * 1024),
    (r"/(en|cy)/call/yours/[\w-]+/files/", 60 * 1024 * 1024 + 512 * 1024),
)

# Background jobs: docs/adr/0006-jobs-in-our-own-database.md

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}
JOB_QUIET_SECONDS = float(os.environ.get("PLETHU_JOB_QUIET") or 30)  # silent for so long, a worker is taken for dead
JOB_HANGS_SECONDS = 15 * 60.0  # a job that reports nothing for so long hangs, and its worker is replaced
JOB_WAIT_SECONDS = 5.0  # after a job's first failure; four times that after each further one
JOB_POLL_SECONDS = 1.0

# People

AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "CommonPasswordValidator", "NumericPasswordValidator")
] + [{"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}}]
PASSWORD_RESET_TIMEOUT = 60 * 60 * 24
globals().update(sign_in.settings(https=HTTPS))
SOCIALACCOUNT_PROVIDERS = sign_in.providers(os.environ)
PLETHU_OPEN_SIGNUP = os.environ.get("PLETHU_OPEN_SIGNUP") == "1"
CACHES = {  # each process counts attempts for itself; room enough that nobody flushes the counts by flooding
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 20_000}}
}

# Languages

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("cy", "Cymraeg")]
LOCALE_PATHS = [PACKAGE / "locale"]
LANGUAGE_COOKIE_NAME = "plethu_language"
LANGUAGE_COOKIE_AGE = 60 * 60 * 24 * 365
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/London"

# Files of the interface

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STATICFILES_DIRS = [PACKAGE / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Mail

globals().update(addresses.mail(os.environ.get("PLETHU_EMAIL_URL", ""), HOME))
DEFAULT_FROM_EMAIL = os.environ.get("PLETHU_EMAIL_FROM") or f"plethu@{urlsplit(BASE_URL).hostname or 'localhost'}"
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# What a browser may do with a page of ours

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF, *sign_in.form_targets(os.environ)],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
CSRF_FAILURE_VIEW = "plethu_web.config.errors.csrf_failure"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_NAME = "plethu_session"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS

LOGGING = logs.CONFIGURATION

PLETHU_WELSH_REVIEWED = False  # until a fluent person has read the interface's Welsh, every page in Welsh says so
