"""Words that can tell an act: the lexicon, where its rules match, and what is figurative."""
