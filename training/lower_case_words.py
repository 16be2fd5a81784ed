"""Compile the list of words that `parse.truecase` writes in lower case.

    python -m training.lower_case_words > src/reportedly/data/lexicons/en/lower_case_words.txt

Frequent English words (wordfreq; word data CC BY-SA 4.0) that a dictionary (Debian's wamerican,
made from SCOWL, free to use) has in lower case, so that names stay out.
"""

from __future__ import annotations

import sys
from pathlib import Path

from wordfreq import top_n_list, zipf_frequency

DICTIONARY = Path("/usr/share/dict/american-english")
SIZE = 25_000
LEAST_FREQUENCY = 2.6  # Zipf scale: about four in ten million words


def main() -> None:
    """Print the list, alphabetically, one word a line."""
    lower = {w for w in DICTIONARY.read_text("utf-8").split() if w.isascii() and w.islower()}
    words = sorted(
        w
        for w in top_n_list("en", SIZE)
        if w in lower and w.isalpha() and zipf_frequency(w, "en") >= LEAST_FREQUENCY
    )
    sys.stdout.write(
        "# Words that are no names, for text in capitals; compiled by\n"
        "# training/lower_case_words.py from wordfreq (word data CC BY-SA 4.0) and SCOWL.\n"
    )
    sys.stdout.write("\n".join(words) + "\n")


if __name__ == "__main__":
    main()
