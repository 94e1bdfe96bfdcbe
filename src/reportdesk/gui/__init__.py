"""The desk: windows, pages and grids over the core, and the only part that knows Qt."""

import builtins
from importlib import import_module

# When it is loaded, PySide puts an import of its own in the place of Python's, for the sake of its
# feature switches: it reads the source of every module that is imported from then on, to see
# whether PySide is named in it. That took a tenth of the start, and megabytes that were never given
# back. The desk uses no such switch.
import_module("shiboken6")
builtins.__import__ = vars(builtins).get("__orig_import__", builtins.__import__)
