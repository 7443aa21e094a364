"""Documents in and out (uitwisseling): a folder per format.

A writer turns a snapshot into bytes; a reader turns bytes into a ``ReadPlan``. Neither touches a
model: loading and storing is done by ``plans``.
"""
