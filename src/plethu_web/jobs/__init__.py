"""Work that takes longer than a page may: started in a transaction, done by a worker, never lost. See docs/adr/0006."""
