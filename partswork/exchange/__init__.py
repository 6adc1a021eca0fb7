"""Out and back: what is kept, written for other programs and other people, and taken in again.

`choosing` says which sessions are meant; `markdown`, `tables`, `summary` and `lines` are the forms;
`reading` looks through a file of lines before anything of it is taken in; `writing` puts files where
they belong, whole or not at all.
"""
