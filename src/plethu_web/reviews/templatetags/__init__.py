"""Tags of the app of reviews."""
