"""What can be asked about workshops."""
