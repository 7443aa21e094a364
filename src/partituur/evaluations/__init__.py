"""Looking back (evalueren): what came of a goal or a principle, what helped, and what next.

Partners write theirs and decide whether the team reads it; the team says its own in its meeting.
No scores and no marks: nothing here can be added up per person.
"""
