"""For users of the rules: strategies, a state machine, playthrough text, and players' contracts.

Everything takes any loaded content. Needs the extra `testing` (Hypothesis), except playthroughs.
"""
