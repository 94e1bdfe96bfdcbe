"""The clerk's drafts on disk: one SQLite database in the data folder."""
