"""What can be done with versions: seal what the team adopted."""
