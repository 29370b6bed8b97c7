"""Advice and evidence put into words and pictures: for the terminal, for documents, for the site."""
