"""What every test relies on: no screen, and the same examples on every machine."""

import os

from hypothesis import settings

# Before anything imports Qt. A person who wants to see the windows sets it to xcb.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A machine under load is no failure of ours, and a failure has to come again when looked for.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")
