"""Home, a sitting, the journal, and what comes up over them."""
