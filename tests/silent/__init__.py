"""What was once wrong without a word: one Markdown file for each kind, see 怎样写.md."""
