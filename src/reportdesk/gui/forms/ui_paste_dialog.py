"""Made from ui/paste_dialog.ui by packaging/compile_ui.py; do not edit."""

from PySide6.QtCore import (
    QCoreApplication,
    QMetaObject,
    Qt,
)

from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

class Ui_PasteDialog(object):
    def setupUi(self, PasteDialog: QDialog) -> None:
        if not PasteDialog.objectName():
            PasteDialog.setObjectName(u"PasteDialog")
        PasteDialog.resize(760, 480)
        self.column = QVBoxLayout(PasteDialog)
        self.column.setSpacing(8)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(22, 16, 22, 16)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.setObjectName(u"head")
        self.title = QLabel(PasteDialog)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"use", u"heading")

        self.head.addWidget(self.title)

        self.size = QLabel(PasteDialog)
        self.size.setObjectName(u"size")
        self.size.setProperty(u"tone", u"soft")

        self.head.addWidget(self.size)

        self.head_room = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.head_room)


        self.column.addLayout(self.head)

        self.how = QLabel(PasteDialog)
        self.how.setObjectName(u"how")
        self.how.setWordWrap(True)
        self.how.setProperty(u"tone", u"soft")

        self.column.addWidget(self.how)

        self.grid = QTableView(PasteDialog)
        self.grid.setObjectName(u"grid")
        self.grid.setEditTriggers(QAbstractItemView.NoEditTriggers)
        self.grid.setSelectionMode(QAbstractItemView.SingleSelection)
        self.grid.setTabKeyNavigation(False)
        self.grid.setCornerButtonEnabled(False)
        self.grid.setWordWrap(True)

        self.column.addWidget(self.grid)

        self.where = QLabel(PasteDialog)
        self.where.setObjectName(u"where")
        self.where.setTextFormat(Qt.PlainText)
        self.where.setWordWrap(True)

        self.column.addWidget(self.where)

        self.remarks = QListWidget(PasteDialog)
        self.remarks.setObjectName(u"remarks")
        self.remarks.setHorizontalScrollBarPolicy(Qt.ScrollBarAlwaysOff)

        self.column.addWidget(self.remarks)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.safe = QLabel(PasteDialog)
        self.safe.setObjectName(u"safe")
        self.safe.setProperty(u"tone", u"soft")

        self.buttons.addWidget(self.safe)

        self.buttons_room = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.buttons_room)

        self.cancel = QPushButton(PasteDialog)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)

        self.paste = QPushButton(PasteDialog)
        self.paste.setObjectName(u"paste")
        self.paste.setProperty(u"primary", True)

        self.buttons.addWidget(self.paste)


        self.column.addLayout(self.buttons)

        QWidget.setTabOrder(self.grid, self.remarks)
        QWidget.setTabOrder(self.remarks, self.cancel)
        QWidget.setTabOrder(self.cancel, self.paste)

        self.retranslateUi(PasteDialog)

        self.paste.setDefault(True)


        QMetaObject.connectSlotsByName(PasteDialog)
    # setupUi

    def retranslateUi(self, PasteDialog: QDialog) -> None:
        PasteDialog.setWindowTitle(QCoreApplication.translate("PasteDialog", u"\u7c98\u8d34", None))
        self.title.setText(QCoreApplication.translate("PasteDialog", u"\u7c98\u8d34\u524d\u8bf7\u770b\u4e00\u4e0b", None))
#if QT_CONFIG(accessibility)
        self.grid.setAccessibleName(QCoreApplication.translate("PasteDialog", u"\u526a\u8d34\u677f\u91cc\u7684\u5185\u5bb9\uff0c\u548c\u5b83\u8981\u586b\u5230\u7684\u683c", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.remarks.setAccessibleName(QCoreApplication.translate("PasteDialog", u"\u8bf7\u770b\u4e00\u4e0b\u7684\u5730\u65b9", None))
#endif // QT_CONFIG(accessibility)
        self.safe.setText(QCoreApplication.translate("PasteDialog", u"\u7c98\u8d34\u540e\u53ef\u4ee5\u4e00\u6b65\u64a4\u9500\u3002", None))
        self.cancel.setText(QCoreApplication.translate("PasteDialog", u"\u53d6\u6d88", None))
    # retranslateUi
