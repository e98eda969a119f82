"""The packs that a player keeps: where they lie, which are enabled, how they come and go."""
