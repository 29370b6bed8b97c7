"""The pages of advice: HTTP in, one query or action, HTTP out."""
