"""The team meeting (teamvergadering): agenda, who is there, answers, and the decision.

The meeting goes through its points one at a time; each member answers for themselves, or hands are
counted. What it decides is one act: the plan becomes an adopted version, an adjusted one, or an
evaluated plan, and the decision stands in the log.
"""
