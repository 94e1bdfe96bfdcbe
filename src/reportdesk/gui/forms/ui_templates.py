"""Made from ui/templates.ui by packaging/compile_ui.py; do not edit."""

from PySide6.QtCore import (
    QCoreApplication,
    QMetaObject,
    Qt,
)

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

class Ui_Templates(object):
    def setupUi(self, Templates: QDialog) -> None:
        if not Templates.objectName():
            Templates.setObjectName(u"Templates")
        Templates.resize(940, 560)
        self.column = QVBoxLayout(Templates)
        self.column.setSpacing(8)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(22, 18, 22, 16)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.setObjectName(u"head")
        self.title = QLabel(Templates)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"use", u"page")

        self.head.addWidget(self.title)

        self.report = QLabel(Templates)
        self.report.setObjectName(u"report")
        self.report.setProperty(u"tone", u"soft")

        self.head.addWidget(self.report)

        self.head_room = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.head_room)


        self.column.addLayout(self.head)

        self.explain = QLabel(Templates)
        self.explain.setObjectName(u"explain")
        self.explain.setProperty(u"tone", u"soft")
        self.explain.setWordWrap(True)

        self.column.addWidget(self.explain)

        self.split = QSplitter(Templates)
        self.split.setObjectName(u"split")
        self.split.setOrientation(Qt.Horizontal)
        self.split.setChildrenCollapsible(False)
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(1)
        sizePolicy.setHeightForWidth(self.split.sizePolicy().hasHeightForWidth())
        self.split.setSizePolicy(sizePolicy)
        self.left = QWidget(self.split)
        self.left.setObjectName(u"left")
        self.left_column = QVBoxLayout(self.left)
        self.left_column.setSpacing(6)
        self.left_column.setObjectName(u"left_column")
        self.left_column.setContentsMargins(0, 0, 6, 0)
        self.list = QListWidget(self.left)
        self.list.setObjectName(u"list")

        self.left_column.addWidget(self.list)

        self.list_row = QHBoxLayout()
        self.list_row.setSpacing(6)
        self.list_row.setObjectName(u"list_row")
        self.add = QPushButton(self.left)
        self.add.setObjectName(u"add")
        self.add.setAutoDefault(False)
        self.add.setProperty(u"small", u"true")

        self.list_row.addWidget(self.add)

        self.rename = QPushButton(self.left)
        self.rename.setObjectName(u"rename")
        self.rename.setAutoDefault(False)
        self.rename.setProperty(u"small", u"true")

        self.list_row.addWidget(self.rename)

        self.remove = QPushButton(self.left)
        self.remove.setObjectName(u"remove")
        self.remove.setAutoDefault(False)
        self.remove.setProperty(u"small", u"true")

        self.list_row.addWidget(self.remove)

        self.list_room_above = QSpacerItem(1, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.list_row.addItem(self.list_room_above)


        self.left_column.addLayout(self.list_row)

        self.copy_row = QHBoxLayout()
        self.copy_row.setSpacing(6)
        self.copy_row.setObjectName(u"copy_row")
        self.copy = QPushButton(self.left)
        self.copy.setObjectName(u"copy")
        self.copy.setAutoDefault(False)
        self.copy.setProperty(u"small", u"true")

        self.copy_row.addWidget(self.copy)

        self.folder = QPushButton(self.left)
        self.folder.setObjectName(u"folder")
        self.folder.setAutoDefault(False)
        self.folder.setProperty(u"small", u"true")

        self.copy_row.addWidget(self.folder)

        self.list_room = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.copy_row.addItem(self.list_room)


        self.left_column.addLayout(self.copy_row)

        self.split.addWidget(self.left)
        self.right = QWidget(self.split)
        self.right.setObjectName(u"right")
        self.right_column = QVBoxLayout(self.right)
        self.right_column.setSpacing(6)
        self.right_column.setObjectName(u"right_column")
        self.right_column.setContentsMargins(6, 0, 0, 0)
        self.name = QLabel(self.right)
        self.name.setObjectName(u"name")
        self.name.setProperty(u"use", u"heading")
        self.name.setWordWrap(True)

        self.right_column.addWidget(self.name)

        self.summary = QLabel(self.right)
        self.summary.setObjectName(u"summary")
        self.summary.setWordWrap(True)
        self.summary.setTextInteractionFlags(Qt.TextSelectableByKeyboard|Qt.TextSelectableByMouse)

        self.right_column.addWidget(self.summary)

        self.found = QTableView(self.right)
        self.found.setObjectName(u"found")
        self.found.setProperty(u"lines", u"plain")
        sizePolicy.setHeightForWidth(self.found.sizePolicy().hasHeightForWidth())
        self.found.setSizePolicy(sizePolicy)

        self.right_column.addWidget(self.found)

        self.fonts = QLabel(self.right)
        self.fonts.setObjectName(u"fonts")
        self.fonts.setProperty(u"tone", u"soft")
        self.fonts.setWordWrap(True)

        self.right_column.addWidget(self.fonts)

        self.split.addWidget(self.right)

        self.column.addWidget(self.split)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.told = QLabel(Templates)
        self.told.setObjectName(u"told")
        self.told.setProperty(u"tone", u"soft")
        self.told.setWordWrap(True)
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy1.setHorizontalStretch(1)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.told.sizePolicy().hasHeightForWidth())
        self.told.setSizePolicy(sizePolicy1)

        self.foot.addWidget(self.told)

        self.other = QPushButton(Templates)
        self.other.setObjectName(u"other")
        self.other.setAutoDefault(False)

        self.foot.addWidget(self.other)

        self.use = QPushButton(Templates)
        self.use.setObjectName(u"use")
        self.use.setAutoDefault(False)
        self.use.setProperty(u"primary", u"true")

        self.foot.addWidget(self.use)

        self.close_ = QPushButton(Templates)
        self.close_.setObjectName(u"close_")
        self.close_.setAutoDefault(False)

        self.foot.addWidget(self.close_)


        self.column.addLayout(self.foot)

        QWidget.setTabOrder(self.list, self.add)
        QWidget.setTabOrder(self.add, self.rename)
        QWidget.setTabOrder(self.rename, self.remove)
        QWidget.setTabOrder(self.remove, self.copy)
        QWidget.setTabOrder(self.copy, self.folder)
        QWidget.setTabOrder(self.folder, self.found)
        QWidget.setTabOrder(self.found, self.other)
        QWidget.setTabOrder(self.other, self.use)
        QWidget.setTabOrder(self.use, self.close_)

        self.retranslateUi(Templates)

        QMetaObject.connectSlotsByName(Templates)
    # setupUi

    def retranslateUi(self, Templates: QDialog) -> None:
        Templates.setWindowTitle(QCoreApplication.translate("Templates", u"Word \u6a21\u677f", None))
        self.title.setText(QCoreApplication.translate("Templates", u"Word \u6a21\u677f", None))
        self.report.setText("")
        self.explain.setText("")
#if QT_CONFIG(accessibility)
        self.list.setAccessibleName(QCoreApplication.translate("Templates", u"\u6a21\u677f", None))
#endif // QT_CONFIG(accessibility)
        self.add.setText(QCoreApplication.translate("Templates", u"\u6dfb\u52a0(&A)\u2026", None))
        self.rename.setText(QCoreApplication.translate("Templates", u"\u6539\u540d(&R)", None))
        self.remove.setText(QCoreApplication.translate("Templates", u"\u79fb\u9664(&D)", None))
        self.copy.setText(QCoreApplication.translate("Templates", u"\u53e6\u5b58\u4e00\u4efd(&S)\u2026", None))
        self.folder.setText(QCoreApplication.translate("Templates", u"\u6253\u5f00\u6587\u4ef6\u5939", None))
        self.name.setText("")
        self.summary.setText("")
#if QT_CONFIG(accessibility)
        self.found.setAccessibleName(QCoreApplication.translate("Templates", u"\u9010\u9879\u7ed3\u679c", None))
#endif // QT_CONFIG(accessibility)
        self.fonts.setText("")
        self.told.setText("")
        self.other.setText(QCoreApplication.translate("Templates", u"\u9009\u62e9\u522b\u7684\u6587\u4ef6(&O)\u2026", None))
        self.use.setText(QCoreApplication.translate("Templates", u"\u8bbe\u4e3a\u672c\u62a5\u544a\u7684\u6a21\u677f", None))
        self.close_.setText(QCoreApplication.translate("Templates", u"\u5173\u95ed", None))
    # retranslateUi
