"""Several passages of one act, one act in several places, and what is settled of each."""
