"""The site's addresses and beside them those of the provider, as if both stood on one machine."""

from django.urls import include, path

from tenun.config.urls import urlpatterns as site

urlpatterns = [*site, path("", include("allauth.idp.urls"))]
