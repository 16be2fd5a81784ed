"""Figures on public gold data and on the invented sample: one module a task."""
