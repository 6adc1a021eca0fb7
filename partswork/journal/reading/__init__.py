"""What is kept, read for people: `sessions`, their `answers`, and the `parts` they speak of."""
