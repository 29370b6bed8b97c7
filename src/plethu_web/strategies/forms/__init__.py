"""Forms of the pages of strategies."""
