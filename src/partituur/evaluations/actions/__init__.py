"""What people do: look back, and share that."""
