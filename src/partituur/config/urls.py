"""Every address, by area."""

from __future__ import annotations

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from partituur.web.talking.supporting import guest

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("partituur.web.start.urls")),
    path("", include("partituur.web.signing_in.urls")),
    path("derde/<str:token>/", guest, name="guest"),
    path("meedoen/", include("partituur.web.meetings.joining_urls")),
    path("school/<slug:school>/plan/", include("partituur.web.plans.urls")),
    path("school/<slug:school>/vergadering/", include("partituur.web.meetings.urls")),
    path("school/<slug:school>/", include("partituur.web.plans.data_urls")),
    path("school/<slug:school>/", include("partituur.web.schools.urls")),
]
if settings.SHOW_GALLERY:
    urlpatterns.append(path("stijl/", include("partituur.ui.urls")))
handler429 = "partituur.web.errors.too_many"
