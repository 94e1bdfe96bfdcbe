"""One module a file type: bytes in, a ``Story`` out."""
