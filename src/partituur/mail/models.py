"""The outbox."""

from __future__ import annotations

import uuid

from django.db import models


class Mail(models.Model):
    """Bericht: one mail to one address, from the moment it is written until it has left.

    There is no tie to an account: a mail goes to an address. Once it has left, its words are wiped;
    what stays for a while is that it left (``settings.KEEP_SENT_MAIL`` keeps them, in a demo).
    """

    class Kind(models.TextChoices):
        """What sort of mail it is; each sort has its own rules for when it may go."""

        CODE = "code"  # at once, and useless after a quarter of an hour
        INVITATION = "invitation"
        MEETING = "meeting"  # papers of a meeting: when the meeting sends them
        NOTICE = "notice"
        DIGEST = "digest"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField("soort", max_length=12, choices=Kind.choices)
    to = models.EmailField("aan")
    subject = models.CharField("onderwerp", max_length=200)
    body = models.TextField("tekst")
    headers = models.JSONField("koppen", default=dict)
    about = models.CharField("waarover", max_length=60, blank=True)  # to take back what waits
    made_at = models.DateTimeField("geschreven op")
    due_at = models.DateTimeField("mag weg vanaf")
    expires_at = models.DateTimeField("heeft geen zin meer na", null=True, blank=True)
    tries = models.PositiveSmallIntegerField("pogingen", default=0)
    problem = models.CharField("wat er misging", max_length=200, blank=True)
    closed_at = models.DateTimeField("klaar op", null=True, blank=True)  # it left, or was given up
    has_left = models.BooleanField("is verstuurd", default=False)

    class Meta:
        verbose_name = "bericht"
        verbose_name_plural = "berichten"
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=models.Q(closed_at__isnull=True),
                name="mail_that_waits",
            ),
            models.Index(fields=["to"], name="mail_to_an_address"),
            models.Index(
                fields=["about"], condition=~models.Q(about=""), name="mail_about_something"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} ({self.made_at:%Y-%m-%d})"


class Attachment(models.Model):
    """Bijlage: a file that goes along with a mail; wiped with the mail's words."""

    mail = models.ForeignKey(Mail, on_delete=models.CASCADE, related_name="attachments")
    name = models.CharField("naam", max_length=120)
    type = models.CharField("soort", max_length=120)  # "text/calendar; method=REQUEST"
    content = models.BinaryField("inhoud")

    class Meta:
        verbose_name = "bijlage"
        verbose_name_plural = "bijlagen"

    def __str__(self) -> str:
        return self.name
