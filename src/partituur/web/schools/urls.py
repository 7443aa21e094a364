"""Addresses of the school, below /school/<slug>/."""

from django.urls import path

from partituur.web.schools import (
    checking,
    formatting,
    importing,
    inviting,
    keeping,
    learning_teams,
    log,
    overview,
    people,
    school,
    services,
    vision,
)

UP, DOWN = {"steps": -1}, {"steps": 1}
TEAM = "leerteams/<uuid:team>/"
STATEMENT = "visie/<uuid:statement>/"

urlpatterns = [
    path("inrichten/", overview.overview, name="settings"),
    path("school/", school.school, name="school"),
    path("logboek/", log.log, name="log"),
    path("controle/", checking.checking, name="checking"),
    path("inloggen/", services.overview, name="services"),
    path("inloggen/<uuid:service>/goed/", services.confirm, name="service-confirm"),
    path("inloggen/<uuid:service>/weg/", services.remove, name="service-remove"),
    path("bewaren/", keeping.keeping, name="keeping"),
    path("bewaren/vasthouden/", keeping.hold, name="hold"),
    path("woorden/", school.words, name="words"),
    path("jaren/", school.years, name="years"),
    path("mensen/", people.people, name="people"),
    path("mensen/erbij/", people.add, name="people-add"),
    path("mensen/inlezen/", importing.hand_in, name="people-import"),
    path("mensen/inlezen/doen/", importing.apply, name="people-import-apply"),
    path("mensen/inlezen/klaar/", importing.done, name="people-import-done"),
    path("mensen/inlezen/terug/", importing.undo, name="people-import-undo"),
    path("mensen/uitnodigen/", inviting.invite, name="invite"),
    path("mensen/<uuid:member>/", people.person, name="person"),
    path("mensen/<uuid:member>/weg/", people.end, name="person-end"),
    path("mensen/<uuid:member>/terug/", people.back, name="person-back"),
    path("leerteams/", learning_teams.learning_teams, name="learning-teams"),
    path(TEAM, learning_teams.learning_team, name="learning-team"),
    path(f"{TEAM}erbij/", learning_teams.join, name="learning-team-join"),
    path(f"{TEAM}stoppen/", learning_teams.end, name="learning-team-end"),
    path(f"{TEAM}verder/", learning_teams.resume, name="learning-team-resume"),
    path(f"{TEAM}<uuid:member>/", learning_teams.place, name="learning-team-place"),
    path(f"{TEAM}<uuid:member>/eruit/", learning_teams.take_out, name="learning-team-take-out"),
    path("visie/", vision.vision, name="vision"),
    path(STATEMENT, vision.statement, name="statement"),
    path(f"{STATEMENT}omhoog/", vision.move, UP, name="statement-up"),
    path(f"{STATEMENT}omlaag/", vision.move, DOWN, name="statement-down"),
    path(f"{STATEMENT}vervalt/", vision.retire, name="statement-retire"),
    path(f"{STATEMENT}terug/", vision.put_back, name="statement-back"),
    path("indeling/", formatting.overview, name="format"),
    path("indeling/nieuw/", formatting.add, name="format-add"),
    path("indeling/<slug:kind>/", formatting.kind, name="format-kind"),
    path("indeling/<slug:kind>/weg/", formatting.remove, name="format-remove"),
]
