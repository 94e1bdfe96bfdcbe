"""The static screens as Qt's own compiler makes them from the Designer files in ``ui``."""
