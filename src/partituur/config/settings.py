"""Settings, from the environment only. Every variable is explained in ``.env.example``.

``PARTITUUR_MODE`` is production unless said otherwise: forgetting it is safe.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from partituur.config import env

PACKAGE = Path(__file__).resolve().parent.parent

MODE = env.text("PARTITUUR_MODE", "production")
if MODE not in ("production", "demo", "development", "test"):
    raise ImproperlyConfigured(
        f"PARTITUUR_MODE is “{MODE}”; choose production, demo, development or test."
    )
IS_PRODUCTION = MODE == "production"
DEBUG = MODE == "development"
DATA = Path(env.text("PARTITUUR_DATA", "var")).resolve()

# The demo's own day; a check refuses it in production.
DEMO_DAY = env.day("PARTITUUR_DEMO_DAY")
SHOW_GALLERY = MODE in ("demo", "development", "test")

SECRET_KEY = env.text("PARTITUUR_SECRET_KEY") or ("" if IS_PRODUCTION else f"not-secret-{MODE}")
ALLOWED_HOSTS = env.words("PARTITUUR_HOSTS") or (
    [] if IS_PRODUCTION else ["127.0.0.1", "localhost", "[::1]", "testserver"]
)
CSRF_TRUSTED_ORIGINS = env.words("PARTITUUR_ORIGINS")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "template_partials.apps.SimpleAppConfig",
    "django_htmx",
    "partituur.kernel",
    "partituur.ui",
    "partituur.live",
    "partituur.mail",
    "partituur.accounts",
    "partituur.accounts.oidc",
    "partituur.accounts.saml",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.mfa",
    "allauth.usersessions",
    "partituur.schools",
    "partituur.plans",
    "partituur.talking",
    "partituur.privacy",
    "partituur.evaluations",
    "partituur.adoption",
    "partituur.meetings",
    "partituur.exchange",
    "partituur.web",
    "partituur.demo",
    "partituur.config",
]

MIDDLEWARE = [
    "partituur.web.middleware.security_headers",  # first: also on files, redirects and errors
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "partituur.web.middleware.explained_refusals",
]

ROOT_URLCONF = "partituur.config.urls"
WSGI_APPLICATION = "partituur.config.wsgi.application"

_LOADERS: list[Any] = [
    "django.template.loaders.filesystem.Loader",
    "django.template.loaders.app_directories.Loader",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "partituur.web.context.frame",
            ],
            "builtins": [
                "template_partials.templatetags.partials",
                "django.templatetags.i18n",
                "django.templatetags.static",
                "partituur.ui.templatetags.ui",
            ],
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    _LOADERS if DEBUG else [("django.template.loaders.cached.Loader", _LOADERS)],
                )
            ],
            "string_if_invalid": "",
        },
    }
]

# --- database ---------------------------------------------------------------------------------


def _sqlite(path: Path) -> dict[str, Any]:
    """One file, one school. Rollback journal: WAL can corrupt below SQLite 3.51.3."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": 60,  # opening the file anew reads every table's definition: a millisecond
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA; PRAGMA foreign_keys=ON;"
            ),
        },
    }


def _postgres(address: str) -> dict[str, Any]:
    """``address``: postgresql://user:password@host:port/name, or host=/a/socket/folder in it."""
    from psycopg.conninfo import conninfo_to_dict

    found = conninfo_to_dict(address)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": found.get("dbname", "partituur"),
        "USER": found.get("user", ""),
        "PASSWORD": found.get("password", ""),
        "HOST": found.get("host", ""),
        "PORT": str(found.get("port", "") or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


_DATABASE = env.text("PARTITUUR_DATABASE")
DATABASES = {"default": _postgres(_DATABASE) if _DATABASE else _sqlite(DATA / "partituur.sqlite3")}
SQLITE_VERSION = sqlite3.sqlite_version_info
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- signing in -------------------------------------------------------------------------------
# Who may sign in, and how, is in web/signing_in; how often is here. One school is one address on
# the internet: the limits per address leave room for sixty colleagues at once, those per account
# leave none for guessing.

AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "start"
LOGOUT_REDIRECT_URL = "start"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_ADAPTER = "partituur.web.signing_in.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # an address is proven by the invitation or the code
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # we send a mail of our own to who is not known
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 3
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"numeric": True, "length": 8}
ACCOUNT_REAUTHENTICATION_TIMEOUT = 10 * 60
ACCOUNT_RATE_LIMITS = {
    "login": "600/m/ip",
    "login_failed": "120/m/ip,5/5m/key",
    "request_login_code": "240/m/ip,3/m/key,12/h/key",
    "reauthenticate": "10/m/user",
    "accept_invitation": "240/m/ip",
    "join_meeting": "20/m/ip,60/h/ip",  # wrong codes only: right ones are never counted
}
ACCOUNT_FORMS = {
    "login": "partituur.web.signing_in.forms.PasswordForm",
    "request_login_code": "partituur.web.signing_in.forms.AddressForm",
    "confirm_login_code": "partituur.web.signing_in.forms.CodeForm",
    "reauthenticate": "partituur.web.signing_in.forms.AgainForm",
}
SOCIALACCOUNT_ADAPTER = "partituur.web.signing_in.adapters.SocialAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False  # an address that a provider names opens nothing
SOCIALACCOUNT_STORE_TOKENS = False
MFA_ADAPTER = "partituur.web.signing_in.adapters.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Partituur"
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not IS_PRODUCTION  # localhost; browsers refuse it elsewhere
MFA_RATE_LIMITS = {"webauthn_login": "240/m/ip"}
MFA_FORMS = {
    "authenticate": "partituur.web.signing_in.forms.SecondStepForm",
    "reauthenticate": "partituur.web.signing_in.forms.SecondStepAgainForm",
    "login_webauthn": "partituur.web.signing_in.forms.WithPasskeyForm",
    "authenticate_webauthn": "partituur.web.signing_in.forms.SecondStepPasskeyForm",
    "reauthenticate_webauthn": "partituur.web.signing_in.forms.AgainPasskeyForm",
    "activate_totp": "partituur.web.signing_in.forms.AppForm",
}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if env.flag("PARTITUUR_BEHIND_PROXY") else 0
SIGN_IN_SERVICES = env.sign_in_services()
# Who manages a school needs a second step. In a demo nobody signs in, and it is not asked.
SECOND_STEP_FOR_MANAGERS = IS_PRODUCTION

CACHES = {
    "default": {  # what the limits count; all workers share it
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "kernel_cache",
        "OPTIONS": {"MAX_ENTRIES": 200_000},
    }
}
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True  # the script reads the token from the page
CSRF_FAILURE_VIEW = "partituur.web.errors.forgery"

if IS_PRODUCTION:
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
    SECURE_SSL_REDIRECT = env.flag("PARTITUUR_HTTPS", True)
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
    if env.flag("PARTITUUR_BEHIND_PROXY"):
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

# --- language and time ------------------------------------------------------------------------

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Nederlands")), ("en", _("Engels"))]
LOCALE_PATHS = [PACKAGE / "locale"]
LANGUAGE_COOKIE_SAMESITE = "Lax"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"

# --- files ------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if MODE in ("development", "test")
            else "partituur.config.files.Files"
        )
    },
}
WHITENOISE_MAX_AGE = 300
FILE_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]

# --- mail -------------------------------------------------------------------------------------

# Without a mail server a mail stays where it can be read: on a page of the demo, in a test's list.
EMAIL_BACKEND = f"django.core.mail.backends.{'locmem' if MODE == 'test' else 'dummy'}.EmailBackend"
EMAIL_TIMEOUT = 20
globals().update(env.mail_server("PARTITUUR_SMTP"))
HAS_MAIL_SERVER = EMAIL_BACKEND.endswith("smtp.EmailBackend")
DEFAULT_FROM_EMAIL = env.text("PARTITUUR_MAIL_FROM", "Partituur <partituur@localhost>")
KEEP_SENT_MAIL = not IS_PRODUCTION
# Whom to tell of a weakness, as https: or mailto:; without it there is no security.txt.
SECURITY_CONTACT = env.text("PARTITUUR_SECURITY_CONTACT")
# Links in mails begin with it; never with what a visitor's browser claims.
_NAMED = f"https://{ALLOWED_HOSTS[0]}" if IS_PRODUCTION and ALLOWED_HOSTS else ""
ADDRESS = (env.text("PARTITUUR_ADDRESS") or _NAMED or "http://127.0.0.1:8000").rstrip("/")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["out"], "level": "WARNING"},
}
SILENCED_SYSTEM_CHECKS: list[str] = []
