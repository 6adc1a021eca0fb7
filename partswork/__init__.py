"""A quiet, private, keyboard-first guide for parts work in the terminal."""

__version__ = "0.1.0"
