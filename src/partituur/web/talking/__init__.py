"""Screens for talking it over: beside a part, a goal, a field or a principle."""
