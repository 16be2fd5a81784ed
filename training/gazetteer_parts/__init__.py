"""The parts of the gazetteer's compiler, in the order of the data: inputs, places, the file."""
