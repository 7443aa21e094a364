"""What people do: say, suggest, ask, answer, note."""
