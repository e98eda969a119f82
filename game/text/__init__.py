"""Text as it is looked at and told: columns, counted things, numbers typed, signs made inert."""
