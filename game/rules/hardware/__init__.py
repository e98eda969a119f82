"""The machine: orbit, power, air, ports, pads, ships and their flights."""
