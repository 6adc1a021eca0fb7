"""What is said of small slips that keep a line from being read: a blank, a colon or a dash that is missing."""

from __future__ import annotations

WRITE = "Write: {text}"
BLANK_AFTER_COLON = "A blank is missing after the colon. " + WRITE
BLANK_AFTER_DASH = "A blank is missing after the dash. " + WRITE
OTHER_DASH = (
    "The dash at the beginning is another sign, as word processors make them; it must be a plain -. " + WRITE
)
COLON_MISSING = 'A colon is missing after "{key}". ' + WRITE
COLON_TOO_MANY = "A condition does not end in a colon; leave it out. " + WRITE
HOW_IT_ENDS = "A word is missing. Write: - end: complete, or: - end: people"
DASH_MISSING = 'A dash is missing before "{key}"; every step of a list begins with one. ' + WRITE
BAR_MISSING = (
    'The words under "{key}" stand without a |, so the colon at line {line} is taken for that of a key. '
    "Write: {key}: | and put the words on the next lines, two spaces further in."
)
TOO_FAR_IN = (
    'This key does not line up: it stands further in than "{key}" at line {line}, so it is taken for words there. '
    'Let it begin right under "{key}"; words go under a |.'
)
AMONG_WORDS = 'Line {line} looks like it, but stands so far in that it counts as words; let it begin right under "{above}".'
