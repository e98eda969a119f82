"""The whole game line by line: for screen readers, pipes and scripts. No escape codes, ever."""
