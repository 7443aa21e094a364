"""The front door: signing in, choosing a school, looking around in the demo, language and theme."""
