//! How many forms of a word meet in a search, and how many words that do not belong.
