"""The bench a script's author works at: a start, an outline and drawings, walks at random, tests."""
