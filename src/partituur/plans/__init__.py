"""The begeleidingsplan itself: its format, principles, parts, goals, texts, history and snapshot.

What happens *around* a plan (meetings, activities, evaluations) lives in rooms above this one.
Others call ``actions`` to change a plan, ``queries`` to read one, ``rules`` to ask who may, and
``snapshot`` for the plan as plain data.
"""
