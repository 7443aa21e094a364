"""Schools, their years, members, learning teams, vision and holidays. Knows no plan.

Others call ``actions`` to change them, ``queries.membership_of`` for a person's place in a school,
and ``roster`` to read a list of people.
"""
