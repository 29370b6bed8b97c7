"""What can be done with workshops. Each writes in one transaction."""
