"""The Textual app over a session. Nothing else imports Textual."""

from partswork.tui.app import PartsworkApp, run_app

__all__ = ["PartsworkApp", "run_app"]
