"""What single words mean, French and English in one space."""
