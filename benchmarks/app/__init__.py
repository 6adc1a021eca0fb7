"""The app at a real pty of 80 by 24, beside bare Textual apps with the same to show and nothing behind it."""
