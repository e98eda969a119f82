"""The few kinds of widget that every screen is made of; they post messages, never reach upward."""
