"""Fill in, check and publish the yearly 政府信息公开工作年度报告.

``import reportdesk`` gives the functions that the command line uses: ``editions``, ``read``,
``check``, ``roll`` and ``write``. They are loaded when first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportdesk.jobs import check, editions, read, roll, write

__version__ = "0.1.0"
__all__ = ["__version__", "check", "editions", "read", "roll", "write"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from reportdesk import jobs

        return getattr(jobs, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
