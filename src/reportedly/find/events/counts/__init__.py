"""Numbers of people: what is counted, how many, and who gives the number."""
