"""What the ``partituur`` command can do. ``serving`` runs a server, ``keeping`` looks after a
school's data, ``documents`` reads and makes documents.

Settings are read when a function runs, not when a module is imported: ``demo`` chooses them.
"""
