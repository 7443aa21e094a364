"""OpenID Connect: signing in through Microsoft, Google, Entree Federatie or a board's own."""
