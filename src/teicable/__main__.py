"""Run the command line as ``python -m teicable``."""

from teicable.cli import main

if __name__ == "__main__":
    main()
