"""The corpus level: what holds between articles. `link.link` runs its stages in order."""
