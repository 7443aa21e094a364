"""SAML 2.0: signing in through a board that has only that."""
