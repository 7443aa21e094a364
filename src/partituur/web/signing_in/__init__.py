"""Signing in (inloggen): by code, passkey, password or a service; and one's account."""
