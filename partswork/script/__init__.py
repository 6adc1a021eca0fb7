"""The script language, version 1: what a script may say, and reading it. Knows no disk.

`reader.read` turns text into a `Script` and findings; `linking.link` joins it with the shared
scripts it uses into a `Bundle` that can be walked.
"""
