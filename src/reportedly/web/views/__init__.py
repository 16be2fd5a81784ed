"""What each page shows, as plain data: `(library, query) -> dict`, without any HTTP."""
