"""Destroying what has had its time, and holding that up."""
