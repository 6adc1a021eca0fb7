"""What there is to run: the built-in scripts and the person's own."""

from partswork.catalogue.catalogue import Catalogue, Found
from partswork.catalogue.entries import Entry

__all__ = ["Catalogue", "Entry", "Found"]
