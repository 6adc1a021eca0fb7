"""One widget for each kind of step; `control_for` gives the one a beat needs."""
