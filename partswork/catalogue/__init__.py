"""What there is to run: the built-in scripts and the person's own.

Listing the built-in ones reads an index, not YAML; `found` is where scripts are read and joined.
"""

from partswork.catalogue.catalogue import Catalogue
from partswork.catalogue.entries import Entry

__all__ = ["Catalogue", "Entry"]
