"""Mutants: small changes of the code, drawn by a seed, and whether the tests notice them.

`HYPOTHESIS_PROFILE=mutants python -m tests.mutants` says it of 300; recorded texts don't count.
"""
