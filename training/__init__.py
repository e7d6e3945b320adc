"""Training of the bundled French/English static embedding model."""
