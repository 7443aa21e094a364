"""What passes by, and who is here now. Nothing of this is kept."""

from __future__ import annotations

from django.db import models


class Signal(models.Model):
    """Seintje: on SQLite, how one process tells the others. Gone a minute later."""

    topic = models.CharField("onderwerp", max_length=100)
    about = models.CharField("waarover", max_length=100, blank=True)  # an id; never words
    at = models.DateTimeField("moment")

    class Meta:
        verbose_name = "seintje"
        verbose_name_plural = "seintjes"

    def __str__(self) -> str:
        return self.topic


class Presence(models.Model):
    """Wie er nu is: who has a page open at this moment.

    Overwritten while somebody is there and gone when they leave, so that nobody can look back who
    looked at what.
    """

    topic = models.CharField("onderwerp", max_length=100)
    who = models.UUIDField("wie")  # the public id of a membership
    seen_at = models.DateTimeField("laatst gezien")

    class Meta:
        verbose_name = "wie er nu is"
        verbose_name_plural = "wie er nu zijn"
        constraints = [models.UniqueConstraint(fields=["topic", "who"], name="presence_once")]

    def __str__(self) -> str:
        return f"{self.who} ({self.topic})"
