"""The four real declarations in `goals/`, held against the documents they were transcribed from."""
