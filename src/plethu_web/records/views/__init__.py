"""Pages of the record desk."""
