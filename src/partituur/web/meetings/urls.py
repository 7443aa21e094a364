"""Addresses of meetings, below ``school/<school>/vergadering/``."""

from django.urls import URLPattern, URLResolver, include, path

from partituur.web.meetings import agenda, minutes, planning, reading

UP, DOWN = {"up": True}, {"up": False}

points: list[URLPattern | URLResolver] = [
    path("", agenda.arrange, name="meeting-agenda"),
    path("gelijk/", agenda.renew, name="meeting-agenda-renew"),
    path("erbij/", agenda.add, name="meeting-agenda-add"),
    path("<uuid:point>/omhoog/", agenda.move, UP, name="meeting-agenda-up"),
    path("<uuid:point>/omlaag/", agenda.move, DOWN, name="meeting-agenda-down"),
    path("<uuid:point>/weg/", agenda.remove, name="meeting-agenda-remove"),
]

meeting: list[URLPattern | URLResolver] = [
    path("", reading.meeting, name="meeting"),
    path("wijzigen/", planning.change, name="meeting-change"),
    path("afzeggen/", planning.cancel, name="meeting-cancel"),
    path("wie/", planning.members, name="meeting-members"),
    path("uitnodigen/", planning.invite, name="meeting-invite"),
    path("agenda/", include(points)),
    path("niet/", reading.excuse, name="meeting-excuse"),
    path("wel/", reading.come, name="meeting-come"),
    path("afspraak.ics", reading.ics, name="meeting-ics"),
    path("achteraf/<uuid:point>/", reading.afterwards, name="meeting-afterwards"),
    path("verslag/", minutes.minutes, name="meeting-minutes"),
    path("verslag.<slug:key>", minutes.document, name="meeting-minutes-document"),
    path("", include("partituur.web.meetings.during_urls")),
]

urlpatterns = [
    path("", reading.meetings, name="meetings"),
    path("nieuw/", planning.new, name="meeting-new"),
    path("<uuid:meeting>/", include(meeting)),
]
