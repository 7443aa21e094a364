"""Keeping and destroying (bewaren en vernietigen): how long, and what holds that up."""
