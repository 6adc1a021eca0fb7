"""Figures, each beside a peer or a bare baseline measured in the same run.

`python -m benchmarks` prints them all. They report and never fail: what a figure means depends on
the machine, so only ratios are held against a bound, and by a reader.
"""
