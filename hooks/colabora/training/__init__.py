"""Training: questions and exercises of the course."""
