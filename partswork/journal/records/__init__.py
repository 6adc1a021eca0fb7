"""The records: what is true in a journal, in the order in which it came.

`record` says what one is, `kinds` which there are, `body` how its words are written, `store` how
they are kept, `withdrawn` which answers no longer count.
"""
