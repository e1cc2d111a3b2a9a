"""Django's settings. Everything that differs between machines comes from `environment`."""

from datetime import timedelta
from typing import Any

from tenun.config import postgres
from tenun.config.environment import read_environment, secret

ENVIRONMENT = read_environment()
DATABASE_NAME = "tenun"

DEBUG = False
SECRET_KEY = secret("TENUN_SECRET_KEY", ENVIRONMENT.data)
FIELD_KEYS = {"1": secret("TENUN_FIELD_KEY", ENVIRONMENT.data)}
"""Keys of the encrypted fields by key id; the last one writes, the others still read."""
HASH_KEY = secret("TENUN_HASH_KEY", ENVIRONMENT.data)
DEMO = ENVIRONMENT.demo and not ENVIRONMENT.production
ALLOWED_HOSTS = list(ENVIRONMENT.hosts)

BACKUP_KEY = secret("TENUN_BACKUP_KEY", ENVIRONMENT.data)
"""Encrypts backups. It lies beside the other keys, outside every backup."""

SERVER = postgres.parse(ENVIRONMENT.database_url) if ENVIRONMENT.database_url else postgres.embedded(ENVIRONMENT.data)
DATABASE_PASSWORDS = {
    postgres.OWNER: secret("TENUN_OWNER_PASSWORD", ENVIRONMENT.data),
    postgres.SITE: secret("TENUN_SITE_PASSWORD", ENVIRONMENT.data),
    postgres.AUDIT: secret("TENUN_AUDIT_PASSWORD", ENVIRONMENT.data),
    postgres.WORKER: secret("TENUN_WORKER_PASSWORD", ENVIRONMENT.data),
}
DATABASES = {
    alias: SERVER.settings(DATABASE_NAME, role, DATABASE_PASSWORDS[role])
    for alias, role in (
        ("default", postgres.SITE),
        ("owner", postgres.OWNER),
        ("audit", postgres.AUDIT),
        ("worker", postgres.WORKER),
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "procrastinate.contrib.django",
    "pgtrigger",
    "pghistory",
    "tenun.shared",
    "tenun.organisations",
    "tenun.people",
    "tenun.readiness",
    "tenun.documents",
    "tenun.protection",
    "tenun.partnership",
    "tenun.insight",
    "tenun.intake",
    "tenun.web",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "axes",
]
"""The application `allauth` itself is left out: it holds only pages and words, and ours stand in their place."""
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "tenun.web.scope.ScopeMiddleware",
]
ROOT_URLCONF = "tenun.config.urls"
WSGI_APPLICATION = "tenun.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "tenun.web.context.frame",
            ],
            "builtins": ["tenun.web.templatetags.tenun"],
        },
    }
]

AUTH_USER_MODEL = "organisations.User"
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "desk"
LOGOUT_REDIRECT_URL = "sign-in"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "tenun.organisations.backends.OfficerBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

ALLAUTH_TRUSTED_PROXY_COUNT = ENVIRONMENT.proxies
ACCOUNT_ADAPTER = "tenun.web.account.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "login_failed": "10/15m/key", "reauthenticate": "20/m/user"}
"""Per address only what no hand can type: a village shares one computer. The second rate counts codes after the right
password, per person."""
ACCOUNT_FORMS = {
    "login": "tenun.web.account.forms.SignInForm",
    "change_password": "tenun.web.account.forms.ChangePasswordForm",
    "reauthenticate": "tenun.web.account.forms.ConfirmPasswordForm",
}
MFA_ADAPTER = "tenun.web.account.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Tenun"
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODE_COUNT = 20
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not ENVIRONMENT.production
MFA_FORMS = {
    "authenticate": "tenun.web.account.forms.CodeForm",
    "reauthenticate": "tenun.web.account.forms.ConfirmCodeForm",
    "activate_totp": "tenun.web.account.forms.AddPhoneForm",
    "add_webauthn": "tenun.web.account.forms.AddKeyForm",
    "authenticate_webauthn": "tenun.web.account.forms.KeyForm",
    "reauthenticate_webauthn": "tenun.web.account.forms.ConfirmKeyForm",
    "generate_recovery_codes": "tenun.web.account.forms.PrintCodesForm",
}
SOCIALACCOUNT_ADAPTER = "tenun.web.account.adapters.ProviderAdapter"
SOCIALACCOUNT_PROVIDERS: dict[str, dict[str, Any]] = {"openid_connect": {"APPS": []}}
if ENVIRONMENT.provider:
    SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"].append(
        {
            "provider_id": "utama",
            "name": ENVIRONMENT.provider.name,
            "client_id": ENVIRONMENT.provider.client,
            "secret": ENVIRONMENT.provider.secret,
            "settings": {"server_url": ENVIRONMENT.provider.url, "claim": ENVIRONMENT.provider.claim},
        }
    )
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True
AXES_CLIENT_IP_CALLABLE = "tenun.web.account.adapters.client_address"
AXES_VERBOSE = False
SILENCED_SYSTEM_CHECKS = ["axes.W001", "axes.W002"]
"""No middleware of axes: the adapter says on the form itself when to try again."""
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache_entry"}}

SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ENVIRONMENT.production
SECURE_SSL_REDIRECT = ENVIRONMENT.production
SECURE_HSTS_SECONDS = 31_536_000 if ENVIRONMENT.production else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "style-src": ["'self'"],
        "script-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'", *([ENVIRONMENT.provider.origin] if ENVIRONMENT.provider else [])],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
TIME_ZONE = "Asia/Makassar"
USE_TZ = True
USE_I18N = True
STATIC_URL = "static/"
STATIC_ROOT = ENVIRONMENT.data / "static"
WHITENOISE_USE_FINDERS = True
MEDIA_ROOT = ENVIRONMENT.data / "files"
"""Scans, encrypted; served by a view alone, never by their address."""
FILE_UPLOAD_HANDLERS = ["tenun.web.uploads.MemoryUpload"]
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False}},
}
"""What went wrong is said on the console, without the answers that people sent."""
