"""One passage that tells an act: its roles, place, date, and according to whom."""
