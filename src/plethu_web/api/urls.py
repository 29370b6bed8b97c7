"""The address of the page about the API. Those of the API itself stand in endpoints.py, under /api/v1/."""

from django.urls import path

from plethu_web.api import pages

app_name = "api"
urlpatterns = [path("", pages.offer, name="openapi-view")]
