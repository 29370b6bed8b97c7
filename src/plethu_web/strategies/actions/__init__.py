"""What can be done with strategies. Each function is one transaction with its event in it."""
