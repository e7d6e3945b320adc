"""What sentences mean, French and English in one space."""
