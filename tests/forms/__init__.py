"""Forms of other places, as a corpus."""
