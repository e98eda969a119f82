"""What each screen says, as styled text: from a view to content, without widgets."""
