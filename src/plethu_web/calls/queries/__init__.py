"""Parts of the app of calls."""
