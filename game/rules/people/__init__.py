"""People: who is where, how they are, what they learn, who commands."""
