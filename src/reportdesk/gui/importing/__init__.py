"""How a file comes in: read off the window's thread, shown beside what it becomes, and taken."""
