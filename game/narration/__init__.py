"""What a person is told: rules put into words."""
