"""What the pages show, worked out from the edition. Lookups are made once per edition: see shelf.py."""
