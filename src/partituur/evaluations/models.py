"""Rows of looking back."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from partituur.plans.models import Goal, Principle
from partituur.schools.models import Membership, School


class Evaluation(models.Model):
    """Evaluatie: of a goal or a principle, by one of its partners or by the team in its meeting.

    ``by`` is empty for the team's own. What somebody wrote is theirs until they share it. As with a
    text, the HTML is made when the words are written.
    """

    class Reached(models.TextChoices):
        """Hoe ver: a word, never a mark."""

        REACHED = "reached", _("bereikt")
        PARTLY = "partly", _("deels bereikt")
        NOT_YET = "not_yet", _("nog niet bereikt")
        CHANGED = "changed", _("anders geworden")

    class Next(models.TextChoices):
        """Wat nu."""

        GO_ON = "go_on", _("door")
        ADJUST = "adjust", _("bijstellen")
        DONE = "done", _("klaar")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    goal = models.ForeignKey(
        Goal, on_delete=models.CASCADE, null=True, blank=True, related_name="evaluations"
    )
    principle = models.ForeignKey(
        Principle, on_delete=models.CASCADE, null=True, blank=True, related_name="evaluations"
    )
    by = models.ForeignKey(
        Membership, on_delete=models.CASCADE, null=True, blank=True, related_name="evaluations"
    )
    by_team = models.BooleanField("van het team", default=False)
    reached = models.CharField("hoe ver", max_length=8, choices=Reached.choices, blank=True)
    came_of_it = models.TextField("wat kwam ervan", blank=True)  # rich-text source
    came_of_it_html = models.TextField("wat kwam ervan, opgemaakt", blank=True)
    helped = models.TextField("wat hielp", blank=True)  # rich-text source
    helped_html = models.TextField("wat hielp, opgemaakt", blank=True)
    next = models.CharField("wat nu", max_length=8, choices=Next.choices, blank=True)
    written_at = models.DateTimeField("geschreven op")
    shared_at = models.DateTimeField("gedeeld op", null=True, blank=True)

    class Meta:
        verbose_name = "evaluatie"
        verbose_name_plural = "evaluaties"
        constraints = [
            models.CheckConstraint(
                condition=Q(goal__isnull=False, principle__isnull=True)
                | Q(goal__isnull=True, principle__isnull=False),
                name="evaluation_of_a_goal_or_a_principle",
            ),
            models.CheckConstraint(
                condition=Q(by__isnull=True) | Q(by_team=False),
                name="evaluation_by_the_team_or_by_one",
            ),
            models.UniqueConstraint(
                fields=["goal", "by"], condition=Q(by_team=False), name="evaluation_once_per_goal"
            ),
            models.UniqueConstraint(
                fields=["goal"], condition=Q(by_team=True), name="evaluation_of_a_goal_by_the_team"
            ),
            models.UniqueConstraint(
                fields=["principle"],
                condition=Q(by_team=True),
                name="evaluation_of_a_principle_by_the_team",
            ),
        ]

    def __str__(self) -> str:
        return f"evaluatie ({self.written_at:%Y-%m-%d})"
