"""One module a file type: a document in, a file out."""
