"""The school on screen: its name and words, people, learning teams, vision, years and format.

Every member may look; who manages the school changes. A page that only changes shows somebody who
may not the reason, and nothing to fill in.
"""
