"""Django's settings. Everything that differs between machines comes from `environment`."""

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

SERVER = postgres.parse(ENVIRONMENT.database_url) if ENVIRONMENT.database_url else postgres.embedded(ENVIRONMENT.data)
DATABASE_PASSWORD = secret("TENUN_DATABASE_PASSWORD", ENVIRONMENT.data)
DATABASES = {
    "default": SERVER.settings(DATABASE_NAME, postgres.SITE, DATABASE_PASSWORD),
    "owner": SERVER.settings(DATABASE_NAME, postgres.OWNER, DATABASE_PASSWORD),
    "audit": SERVER.settings(DATABASE_NAME, postgres.AUDIT, DATABASE_PASSWORD),
    "worker": SERVER.settings(DATABASE_NAME, postgres.WORKER, DATABASE_PASSWORD),
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "pgtrigger",
    "pghistory",
    "tenun.shared",
    "tenun.organisations",
    "tenun.people",
    "tenun.readiness",
    "tenun.documents",
    "tenun.web",
]
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
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

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
        "form-action": ["'self'"],
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
