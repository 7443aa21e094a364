"""Mail: what goes out is written down first, and sent from there until it has arrived.

Nothing waits for a mail server: a page puts a mail in the outbox in its own transaction, and the
worker sends it. It knows nothing of schools; who writes a mail says when it may go.
"""
