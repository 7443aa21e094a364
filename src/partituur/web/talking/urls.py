"""Addresses of talking it over, below ``school/<school>/plan/<year>/``."""

from django.urls import path

from partituur.web.talking import conversations, guiding, supporting

SETTLED, AGAIN = {"how": "afronden"}, {"how": "weer-open"}

urlpatterns = [
    path("gesprek/deel/<uuid:part>/", conversations.part, name="part-talk"),
    path("deel/<uuid:part>/begeleiding/", guiding.log, name="part-guidance"),
    path(
        "deel/<uuid:part>/begeleiding/<uuid:note>/weg/",
        guiding.take_away,
        name="guidance-note-away",
    ),
    path("gesprek/doel/<uuid:goal>/", conversations.goal, name="goal-talk"),
    path("steun/doel/<uuid:goal>/", supporting.support, name="goal-support"),
    path("gesprek/doel/<uuid:goal>/<slug:key>/", conversations.field, name="field-talk"),
    path("gesprek/uitgangspunt/<uuid:principle>/", conversations.principle, name="principle-talk"),
    path("gesprek/<uuid:conversation>/", conversations.conversation, name="talk"),
    path("gesprek/<uuid:conversation>/zeg/", conversations.say, name="talk-say"),
    path(
        "gesprek/<uuid:conversation>/afronden/", conversations.settle, SETTLED, name="talk-settle"
    ),
    path("gesprek/<uuid:conversation>/open/", conversations.settle, AGAIN, name="talk-open"),
    path("opmerking/<uuid:remark>/weg/", conversations.take_away, name="remark-away"),
    path(
        "voorstel/<uuid:suggestion>/neem-over/",
        conversations.decide,
        {"how": "overnemen"},
        name="suggestion-accept",
    ),
    path(
        "voorstel/<uuid:suggestion>/laat/",
        conversations.decide,
        {"how": "laten"},
        name="suggestion-decline",
    ),
    path("steun/<uuid:question>/", supporting.question, name="support-question"),
    path(
        "steun/<uuid:question>/terug/", supporting.withdraw_question, name="support-question-back"
    ),
    path("derde/<uuid:guest>/weg/", supporting.withdraw_link, name="guest-link-away"),
]
