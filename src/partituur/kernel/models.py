"""The log of acts (logboek): security- and agreement-relevant acts, sealed one to the other.

An entry's seal covers the entry before it, so a change, a removal or a swap breaks the chain at a
place that ``chain.verify`` names. What is about a person is not sealed itself but through a salted
commitment: erasing the person takes words and salt away, and the chain still holds.
Rows know schools and people by public id only, so that neither has to exist for the log to stand.
"""

from __future__ import annotations

from django.db import models


class LogEntry(models.Model):
    """Regel in het logboek of one school."""

    school_id = models.UUIDField()
    number = models.PositiveIntegerField()
    at = models.DateTimeField("moment")
    act = models.CharField("daad", max_length=60)
    facts = models.JSONField("feiten", default=dict)  # ids and numbers; never words or names
    personal = models.JSONField("wie", null=True)  # who did it; erased with the person
    salt = models.CharField(max_length=64, blank=True)
    commitment = models.CharField(max_length=64)
    seal = models.CharField("zegel", max_length=64)

    class Meta:
        verbose_name = "regel in het logboek"
        verbose_name_plural = "logboek"
        constraints = [
            models.UniqueConstraint(fields=["school_id", "number"], name="log_number_once")
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.act}"
