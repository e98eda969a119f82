"""Patches: what one pack changes of another's objects, before ids resolve."""
