"""A session line by line: for screen readers, for ssh and pipes, for anyone who likes it plain."""

from partswork.plain.interruptions import Interruptions
from partswork.plain.lines import Lines
from partswork.plain.player import Player
from partswork.plain.scripted import Scripted
from partswork.plain.terminal import Terminal

__all__ = ["Interruptions", "Lines", "Player", "Scripted", "Terminal"]
