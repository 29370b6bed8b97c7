"""Parts of the app of reviews."""
