"""The two ways in which the product says no. Both carry one clear sentence for the person."""


class Refusal(Exception):
    """What was asked cannot be done; the text says why, and what is possible instead."""

    @property
    def reason(self) -> str:
        return str(self)


class Unreadable(Refusal):
    """A file that somebody handed in cannot be read; nothing was changed."""
