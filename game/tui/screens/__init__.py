"""The screens, each in a module of its own so that only those looked at are loaded."""
