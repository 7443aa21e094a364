"""People who sign in (accounts). Knows no school: a person's place in one is a membership, above.

Others call ``models.Person``.
"""
