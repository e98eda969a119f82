"""Conditions and amounts: text, typed tree, compiled function; content is never run as code.

`compiled` and what it imports is all that a game needs; the rest reads text.
"""
