"""Training of the reader: which sentence answers a question, and whether sentences bear out a claim."""
