"""Addresses of looking back, below ``school/<school>/plan/<year>/``."""

from django.urls import path

from partituur.web.evaluations import looking_back

urlpatterns = [
    path("evaluatie/doel/<uuid:goal>/", looking_back.goal, name="goal-evaluation"),
    path(
        "evaluatie/doel/<uuid:goal>/delen/",
        looking_back.share,
        {"how": "delen"},
        name="evaluation-share",
    ),
    path(
        "evaluatie/doel/<uuid:goal>/niet-delen/",
        looking_back.share,
        {"how": "niet-delen"},
        name="evaluation-take-back",
    ),
]
