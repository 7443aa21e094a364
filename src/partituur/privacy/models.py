"""What a school chose about keeping, and what holds destroying up."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from partituur.schools.models import Membership, School


class RetentionTerms(models.Model):
    """Bewaartermijnen that a school chose in place of ours, in months; see privacy.terms."""

    school = models.OneToOneField(School, on_delete=models.CASCADE, related_name="retention")
    months = models.JSONField("maanden", default=dict)

    class Meta:
        verbose_name = "bewaartermijnen"
        verbose_name_plural = "bewaartermijnen"

    def __str__(self) -> str:
        return f"bewaartermijnen van {self.school}"


class LegalHold(models.Model):
    """Bewaarplicht bij een geschil: nothing of the school is destroyed as long as it stands.

    It holds from the moment on which it is asked: keeping is the safe side. It stays only when a
    second member confirms it, and ends only when one asks that and another confirms.
    """

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="legal_holds")
    reason = models.CharField("waarom", max_length=200)
    asked_by = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField("gevraagd op")
    confirmed_at = models.DateTimeField("bevestigd op", null=True, blank=True)
    lift_asked_by = models.ForeignKey(
        Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    lifted_at = models.DateTimeField("opgeheven op", null=True, blank=True)

    class Meta:
        verbose_name = "bewaarplicht"
        verbose_name_plural = "bewaarplichten"
        constraints = [
            models.UniqueConstraint(
                fields=["school"], condition=Q(lifted_at__isnull=True), name="one_hold_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"bewaarplicht ({self.asked_at:%Y-%m-%d})"
