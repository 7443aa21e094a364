"""Talking it over (samen): conversations, suggestions, support asked of people, the guidance log.

It lies on the plan and knows it; the plan does not know it. What is said here is not the plan: it
is not printed, not adopted, and goes with whoever said it.
"""
