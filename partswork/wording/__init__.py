"""Every sentence the interface says, so that they can be read together and translated.

`commands` the command line, `session` a guided session in any front end, `findings` what the
reader says about a script, `journal` the journal's own sentences.
"""
