"""The start page: all reports in one list, and the ways to a new one."""
