"""Pages of the team meeting: making it ready, holding it, and what it left."""
