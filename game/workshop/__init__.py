"""Ways to try and test what a pack holds: a card on the desk, tests, every branch, long play."""
