"""Records: reading and writing the files of reference programs, with an account of every record in them."""
