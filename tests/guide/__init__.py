"""The language guide, held against the compiler."""
