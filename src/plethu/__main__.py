"""`python -m plethu`: the same as the command `plethu`."""

import sys

from plethu.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
