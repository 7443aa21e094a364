"""Signing in (inloggen): by code, passkey, password or a service of the board; and one's account."""
