"""What can be asked about strategies. Every lookup starts from the access somebody has to their review."""
