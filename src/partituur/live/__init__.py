"""The live channel (wat er nu gebeurt): tells open pages that something changed.

It carries no words: a page that is told so asks for what it may see, through its own door. It knows
no plan and no meeting, only topics. Who calls it does not know how the word is spread: on SQLite
through a table, on PostgreSQL through its own notifications, over as many processes as there are.
"""
