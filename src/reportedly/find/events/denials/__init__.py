"""Denials: who says that it was not so, of which act, and what an outlet takes back."""
