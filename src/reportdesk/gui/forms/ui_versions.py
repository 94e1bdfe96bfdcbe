"""Made from ui/versions.ui by packaging/compile_ui.py; do not edit."""

from PySide6.QtCore import (
    QCoreApplication,
    QMetaObject,
    QSize,
    Qt,
)

from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

class Ui_Versions(object):
    def setupUi(self, Versions: QDialog) -> None:
        if not Versions.objectName():
            Versions.setObjectName(u"Versions")
        Versions.resize(940, 560)
        self.column = QVBoxLayout(Versions)
        self.column.setSpacing(8)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(22, 18, 22, 16)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.setObjectName(u"head")
        self.title = QLabel(Versions)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"use", u"page")

        self.head.addWidget(self.title)

        self.report = QLabel(Versions)
        self.report.setObjectName(u"report")
        self.report.setProperty(u"tone", u"soft")

        self.head.addWidget(self.report)

        self.head_room = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.head_room)

        self.name_label = QLabel(Versions)
        self.name_label.setObjectName(u"name_label")

        self.head.addWidget(self.name_label)

        self.name = QLineEdit(Versions)
        self.name.setObjectName(u"name")
        self.name.setMinimumSize(QSize(180, 0))
        self.name.setMaxLength(60)

        self.head.addWidget(self.name)

        self.make = QPushButton(Versions)
        self.make.setObjectName(u"make")
        self.make.setAutoDefault(False)

        self.head.addWidget(self.make)


        self.column.addLayout(self.head)

        self.split = QSplitter(Versions)
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
        self.list = QTableView(self.left)
        self.list.setObjectName(u"list")
        self.list.setProperty(u"lines", u"plain")

        self.left_column.addWidget(self.list)

        self.none = QLabel(self.left)
        self.none.setObjectName(u"none")
        self.none.setWordWrap(True)
        self.none.setProperty(u"tone", u"soft")
        self.none.setAlignment(Qt.AlignLeading|Qt.AlignLeft|Qt.AlignTop)
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(1)
        sizePolicy1.setHeightForWidth(self.none.sizePolicy().hasHeightForWidth())
        self.none.setSizePolicy(sizePolicy1)

        self.left_column.addWidget(self.none)

        self.list_row = QWidget(self.left)
        self.list_row.setObjectName(u"list_row")
        self.list_buttons = QHBoxLayout(self.list_row)
        self.list_buttons.setSpacing(4)
        self.list_buttons.setObjectName(u"list_buttons")
        self.list_buttons.setContentsMargins(0, 0, 0, 0)
        self.rename = QPushButton(self.list_row)
        self.rename.setObjectName(u"rename")
        self.rename.setAutoDefault(False)
        self.rename.setProperty(u"small", True)

        self.list_buttons.addWidget(self.rename)

        self.remove = QPushButton(self.list_row)
        self.remove.setObjectName(u"remove")
        self.remove.setAutoDefault(False)
        self.remove.setProperty(u"small", True)

        self.list_buttons.addWidget(self.remove)

        self.sign = QPushButton(self.list_row)
        self.sign.setObjectName(u"sign")
        self.sign.setAutoDefault(False)
        self.sign.setProperty(u"small", u"true")

        self.list_buttons.addWidget(self.sign)

        self.save_as = QPushButton(self.list_row)
        self.save_as.setObjectName(u"save_as")
        self.save_as.setAutoDefault(False)
        self.save_as.setProperty(u"small", True)

        self.list_buttons.addWidget(self.save_as)

        self.list_room = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.list_buttons.addItem(self.list_room)


        self.left_column.addWidget(self.list_row)

        self.split.addWidget(self.left)
        self.right = QWidget(self.split)
        self.right.setObjectName(u"right")
        self.right_column = QVBoxLayout(self.right)
        self.right_column.setSpacing(6)
        self.right_column.setObjectName(u"right_column")
        self.right_column.setContentsMargins(6, 0, 0, 0)
        self.summary = QLabel(self.right)
        self.summary.setObjectName(u"summary")
        self.summary.setWordWrap(True)
        self.summary.setProperty(u"use", u"strong")
        self.summary.setAlignment(Qt.AlignLeading|Qt.AlignLeft|Qt.AlignTop)

        self.right_column.addWidget(self.summary)

        self.changes = QTableView(self.right)
        self.changes.setObjectName(u"changes")
        self.changes.setProperty(u"lines", u"plain")

        self.right_column.addWidget(self.changes)

        self.split.addWidget(self.right)

        self.column.addWidget(self.split)

        self.sure = QFrame(Versions)
        self.sure.setObjectName(u"sure")
        self.sure.setProperty(u"notice", u"review")
        self.sure_row = QHBoxLayout(self.sure)
        self.sure_row.setSpacing(8)
        self.sure_row.setObjectName(u"sure_row")
        self.sure_row.setContentsMargins(12, 8, 12, 8)
        self.sure_words = QLabel(self.sure)
        self.sure_words.setObjectName(u"sure_words")
        self.sure_words.setWordWrap(True)
        sizePolicy2 = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        sizePolicy2.setHorizontalStretch(1)
        sizePolicy2.setVerticalStretch(0)
        sizePolicy2.setHeightForWidth(self.sure_words.sizePolicy().hasHeightForWidth())
        self.sure_words.setSizePolicy(sizePolicy2)

        self.sure_row.addWidget(self.sure_words)

        self.sure_no = QPushButton(self.sure)
        self.sure_no.setObjectName(u"sure_no")
        self.sure_no.setAutoDefault(False)

        self.sure_row.addWidget(self.sure_no)

        self.sure_yes = QPushButton(self.sure)
        self.sure_yes.setObjectName(u"sure_yes")
        self.sure_yes.setProperty(u"primary", True)
        self.sure_yes.setAutoDefault(False)

        self.sure_row.addWidget(self.sure_yes)


        self.column.addWidget(self.sure)

        self.foot_rule = QFrame(Versions)
        self.foot_rule.setObjectName(u"foot_rule")
        self.foot_rule.setProperty(u"rule", u"true")

        self.column.addWidget(self.foot_rule)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.told = QLabel(Versions)
        self.told.setObjectName(u"told")
        self.told.setProperty(u"tone", u"soft")
        self.told.setWordWrap(True)
        sizePolicy2.setHeightForWidth(self.told.sizePolicy().hasHeightForWidth())
        self.told.setSizePolicy(sizePolicy2)

        self.buttons.addWidget(self.told)

        self.restore = QPushButton(Versions)
        self.restore.setObjectName(u"restore")
        self.restore.setAutoDefault(False)

        self.buttons.addWidget(self.restore)

        self.close_ = QPushButton(Versions)
        self.close_.setObjectName(u"close_")
        self.close_.setAutoDefault(False)

        self.buttons.addWidget(self.close_)


        self.column.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.name, self.make)
        QWidget.setTabOrder(self.make, self.list)
        QWidget.setTabOrder(self.list, self.rename)
        QWidget.setTabOrder(self.rename, self.remove)
        QWidget.setTabOrder(self.remove, self.sign)
        QWidget.setTabOrder(self.sign, self.save_as)
        QWidget.setTabOrder(self.save_as, self.changes)
        QWidget.setTabOrder(self.changes, self.restore)
        QWidget.setTabOrder(self.restore, self.close_)

        self.retranslateUi(Versions)

        QMetaObject.connectSlotsByName(Versions)
    # setupUi

    def retranslateUi(self, Versions: QDialog) -> None:
        Versions.setWindowTitle(QCoreApplication.translate("Versions", u"\u7248\u672c", None))
        self.title.setText(QCoreApplication.translate("Versions", u"\u7248\u672c", None))
        self.name_label.setText(QCoreApplication.translate("Versions", u"\u628a\u73b0\u5728\u7684\u5185\u5bb9\u5b58\u4e3a\u7248\u672c(&N)", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("Versions", u"\u65b0\u7248\u672c\u7684\u540d\u79f0", None))
#endif // QT_CONFIG(accessibility)
        self.make.setText(QCoreApplication.translate("Versions", u"\u5b58\u4e3a\u7248\u672c", None))
#if QT_CONFIG(accessibility)
        self.list.setAccessibleName(QCoreApplication.translate("Versions", u"\u5df2\u5b58\u7684\u7248\u672c", None))
#endif // QT_CONFIG(accessibility)
        self.none.setText(QCoreApplication.translate("Versions", u"\u8fd8\u6ca1\u6709\u7248\u672c\u3002\u9001\u5ba1\u3001\u62a5\u9001\u524d\u5b58\u4e00\u4e2a\uff0c\u4ee5\u540e\u53ef\u4ee5\u56de\u5230\u90a3\u65f6\u7684\u5185\u5bb9\uff0c\u4e5f\u80fd\u770b\u51fa\u6539\u4e86\u4ec0\u4e48\u3002", None))
        self.rename.setText(QCoreApplication.translate("Versions", u"\u6539\u540d\u2026", None))
        self.remove.setText(QCoreApplication.translate("Versions", u"\u5220\u9664\u2026", None))
        self.sign.setText(QCoreApplication.translate("Versions", u"\u6807\u4e3a\u5df2\u7b7e\u53d1", None))
        self.save_as.setText(QCoreApplication.translate("Versions", u"\u53e6\u5b58 .rdesk\u2026", None))
#if QT_CONFIG(accessibility)
        self.changes.setAccessibleName(QCoreApplication.translate("Versions", u"\u4e0e\u73b0\u5728\u76f8\u6bd4\u7684\u4e0d\u540c\u4e4b\u5904", None))
#endif // QT_CONFIG(accessibility)
        self.sure_no.setText(QCoreApplication.translate("Versions", u"\u53d6\u6d88", None))
        self.sure_yes.setText(QCoreApplication.translate("Versions", u"\u66ff\u6362", None))
        self.restore.setText(QCoreApplication.translate("Versions", u"\u7528\u8fd9\u4e2a\u7248\u672c\u66ff\u6362\u73b0\u5728\u7684\u5185\u5bb9\u2026", None))
        self.close_.setText(QCoreApplication.translate("Versions", u"\u5173\u95ed", None))
    # retranslateUi
