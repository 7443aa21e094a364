"""The demo school: Basisschool De Notenbalk, on a believable day in September."""
