"""Figures, each beside a peer or a bare baseline measured in the same run.

`python -m benchmarks` prints them all, `python -m benchmarks home breath` some of them. They report
and never fail: what a figure means depends on the machine, so they are held against a bound by a
reader. Those of the app need Linux, where a process's time and memory can be read while it runs.
"""
