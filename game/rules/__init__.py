"""The rules: pure functions from a state and a decision to a new state and its changes."""
