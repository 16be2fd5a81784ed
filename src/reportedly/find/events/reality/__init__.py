"""Whether a told act happened: planned, threatened, attempted, hypothetical, negated, generic."""
