"""Addresses of a meeting while it is going on, below ``vergadering/<meeting>/``."""

from django.urls import URLPattern, URLResolver, path

from partituur.web.meetings import holding, phone, screen

urlpatterns: list[URLPattern | URLResolver] = [
    path("openen/", holding.open_meeting, name="meeting-open"),
    path("leiden/", holding.run, name="meeting-run"),
    path("leiden/punt/<uuid:point>/", holding.show, name="meeting-show"),
    path("leiden/punt/<uuid:point>/sluiten/", holding.close_point, name="meeting-close-point"),
    path("leiden/punt/<uuid:point>/handen/", holding.hands, name="meeting-hands"),
    path("leiden/punt/<uuid:point>/uitkomst/", holding.outcome, name="meeting-outcome"),
    path("leiden/punt/<uuid:point>/verwoorden/", holding.reword, name="meeting-reword"),
    path("leiden/antwoord/<uuid:answer>/tegemoet/", holding.met, name="meeting-met"),
    path("leiden/antwoord/<uuid:answer>/gezegd/", holding.spoke, name="meeting-spoke"),
    path("leiden/plek/<uuid:seat>/", holding.seat, name="meeting-seat"),
    path("leiden/telefoon/<uuid:device>/", holding.phone, name="meeting-device"),
    path("besluit/<slug:purpose>/", holding.decide, name="meeting-decide"),
    path("besluit/<slug:purpose>/genomen/", holding.decided, name="meeting-decided"),
    path("sluiten/", holding.close, name="meeting-close"),
    path("scherm/", screen.screen, name="meeting-screen"),
    path("meedoen/", phone.phone, name="meeting-phone"),
]
