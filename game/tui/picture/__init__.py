"""Pictures of the game for those who haven't played it: stills, and one that moves."""
