"""`python -m partswork` is the `partswork` command."""

from partswork.cli import main

if __name__ == "__main__":
    main()
