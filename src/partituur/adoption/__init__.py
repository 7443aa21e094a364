"""Adopted versions (vastgestelde versies): what the team adopted, sealed; adjusting it; proving it.

A version holds the text, the structure and the decision, immutable. Its fingerprint is the root
over salted commitments, never over the bytes of a file: what is about a person can be erased under
an entry in the log, and the version still verifies. Meetings decide; this room seals.
"""
