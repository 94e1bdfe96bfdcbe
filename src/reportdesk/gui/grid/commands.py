"""What can be done with the selected cells of a table, and what is told about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from reportdesk.errors import RequestError
from reportdesk.gui.grid.cursor import Block

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reportdesk.gui.grid.clipboard_plan import Plan
    from reportdesk.gui.grid.cursor import Cursor
    from reportdesk.gui.grid.editing import Editing
    from reportdesk.gui.grid.layout import GridLayout
    from reportdesk.gui.grid.steps import Steps
    from reportdesk.gui.grid.view import GridView
    from reportdesk.gui.session import Session


class GridCommands:
    """The commands over the selection. ``tell`` says in the where line what became of one, and
    ``leave`` gives the focus to what comes after the table (1) or before it (-1)."""

    def __init__(
        self,
        session: Session,
        layout: GridLayout,
        cursor: Cursor,
        steps: Steps,
        editing: Editing,
        view: GridView,
        tell: Callable[[str], None],
        leave: Callable[[int], None],
    ) -> None:
        self._session, self._layout, self._cursor = session, layout, cursor
        self._steps, self._editing, self._view = steps, editing, view
        self._tell, self.leave = tell, leave

    def page(self) -> int:
        """How many rows a page is."""
        return self._view.scene.body.page() if self._view.scene is not None else 1

    def select_all(self) -> None:
        """Select the whole table; the current cell stays."""
        if not self._editing.commit():
            return
        cells = [self._layout.place_of(key) for key in self._layout]
        self._cursor.select_block(
            Block(0, 0, self._layout.height - 1, max(place.column for place in cells))
        )

    def delete(self) -> None:
        """Blank the selected cells."""
        if self._editing.is_open:
            self._editing.editor.del_()
        else:
            self._steps.clear(self._cursor.selected_keys())

    def fill_zero(self) -> None:
        """Write 0 into the blanks of the selection, or of the whole table."""
        if not self._editing.commit():
            return
        count = self._steps.fill_zero(self._meant)
        self._tell(f"已在 {count} 格空白处填 0。" if count else "没有空白格。")

    def give_back(self) -> None:
        """Let the program reckon the selected totals again."""
        self._editing.cancel()
        totals = self.typed_totals()
        self._steps.give_back(totals)
        if not totals:
            self._tell("选中的格里没有手填的总计。")

    def confirm(self) -> None:
        """Say of the selected imported figures that they are right."""
        if self._editing.commit():
            count = self._steps.confirm(self._cursor.selected_keys())
            self._tell(f"已确认 {count} 格。" if count else "选中的格里没有导入未确认的数。")

    def fill_down(self) -> None:
        """Copy the first selected row into the others, or the cell above into the current one."""
        self._tell_refused(self._steps.fill_down(self._cursor.block))

    def fill_selection(self) -> None:
        """Put what is being typed into all selected cells."""
        self._tell_refused(self._editing.commit_to(list(self._cursor.selected_keys())))

    def copy(self) -> None:
        """Copy the selection."""
        if self._editing.is_open:
            self._editing.editor.copy()
            return
        from reportdesk.gui.grid.copying import copied

        mime = copied(self._session, self._layout, self._cursor.block)
        QGuiApplication.clipboard().setMimeData(mime)

    def copy_with_labels(self) -> None:
        """Copy the selection with the labels of its rows and columns."""
        from reportdesk.gui.grid.copying import copied_with_labels

        mime = copied_with_labels(self._session, self._layout, self._cursor.block)
        QGuiApplication.clipboard().setMimeData(mime)

    def cut(self) -> None:
        """Copy the selection and blank it."""
        if self._editing.is_open:
            self._editing.editor.cut()
        else:
            self.copy()
            self.delete()

    def paste(self) -> None:
        """Paste the clipboard over the selection. Where something does not fit, or labels came
        along, the clerk sees first what would be done."""
        if self._editing.is_open:
            self._editing.editor.paste()
            return
        from reportdesk.formats.recognise.vocabulary import vocabulary_of
        from reportdesk.gui.grid.clipboard import block_of
        from reportdesk.gui.grid.clipboard_judge import plan

        mime = QGuiApplication.clipboard().mimeData()
        words = vocabulary_of(self._session.edition)
        try:
            block = block_of(mime, self._layout.table, words)
            found = plan(block, self._layout, words, self._session.document, self._cursor.block)
        except RequestError as error:
            self._tell(error.message)
            return
        if not found.needs_preview or self._agreed(found):
            self._put(found)

    def _agreed(self, found: Plan) -> bool:
        from reportdesk.gui.grid.paste_dialog import PasteDialog

        dialog = PasteDialog(found, self._layout, self._view.window())
        try:
            return bool(dialog.exec()) and bool(found.pasted)
        finally:
            dialog.deleteLater()

    def _put(self, found: Plan) -> None:
        self._session.edit(found.values, found.label)
        self._show(found.keys)
        self._tell(found.sentence)

    def _show(self, keys: Iterable[str]) -> None:
        """Select the block that was pasted."""
        places = [self._layout.place_of(key) for key in keys if key in self._layout]
        if len(places) > 1:
            self._cursor.select(min(places), max(places))
            self._cursor.select_block(
                Block(
                    min(p.row for p in places),
                    min(p.column for p in places),
                    max(p.row for p in places),
                    max(p.column for p in places),
                )
            )

    def typed_totals(self) -> list[str]:
        """The selected totals that somebody typed."""
        values, keys = self._session.document.values, self._cursor.selected_keys()
        return [key for key in keys if key in values and not self._steps.is_entry(key)]

    def imported(self) -> list[str]:
        """The selected figures that were imported and not confirmed."""
        return [k for k in self._cursor.selected_keys() if k in self._session.document.origins]

    def blanks(self) -> list[str]:
        """The blanks that ``fill_zero`` would fill."""
        return self._steps.blanks(self._meant)

    @property
    def _meant(self) -> Iterable[str]:
        """The selection, or all cells where it is but one."""
        return list(self._layout) if self._cursor.single else self._cursor.selected_keys()

    def _tell_refused(self, count: int) -> None:
        if count:
            self._tell(f"有 {count} 格填不了这个数，没有改动。")
