"""The pages. Each reads its address, asks one query and shows the result."""
