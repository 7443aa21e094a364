"""Settings, addresses, the server's entry and the ``partituur`` command."""
