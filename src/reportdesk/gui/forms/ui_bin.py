"""Made from ui/bin.ui by packaging/compile_ui.py; do not edit."""

from PySide6.QtCore import (
    QCoreApplication,
    QMetaObject,
    QSize,
)

from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

class Ui_Bin(object):
    def setupUi(self, Bin: QDialog) -> None:
        if not Bin.objectName():
            Bin.setObjectName(u"Bin")
        Bin.resize(720, 420)
        self.column = QVBoxLayout(Bin)
        self.column.setSpacing(8)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(22, 18, 22, 16)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.setObjectName(u"head")
        self.title = QLabel(Bin)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"use", u"page")

        self.head.addWidget(self.title)

        self.count = QLabel(Bin)
        self.count.setObjectName(u"count")
        self.count.setProperty(u"tone", u"soft")

        self.head.addWidget(self.count)

        self.head_room = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.head_room)


        self.column.addLayout(self.head)

        self.words = QLabel(Bin)
        self.words.setObjectName(u"words")
        self.words.setProperty(u"tone", u"soft")
        self.words.setWordWrap(True)

        self.column.addWidget(self.words)

        self.table = QTableView(Bin)
        self.table.setObjectName(u"table")
        self.table.setMinimumSize(QSize(0, 160))
        self.table.setProperty(u"lines", u"plain")

        self.column.addWidget(self.table)

        self.foot_rule = QFrame(Bin)
        self.foot_rule.setObjectName(u"foot_rule")
        self.foot_rule.setProperty(u"rule", u"true")

        self.column.addWidget(self.foot_rule)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.delete_for_good = QPushButton(Bin)
        self.delete_for_good.setObjectName(u"delete_for_good")
        self.delete_for_good.setAutoDefault(False)

        self.buttons.addWidget(self.delete_for_good)

        self.empty = QPushButton(Bin)
        self.empty.setObjectName(u"empty")
        self.empty.setAutoDefault(False)

        self.buttons.addWidget(self.empty)

        self.buttons_room = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.buttons_room)

        self.close_ = QPushButton(Bin)
        self.close_.setObjectName(u"close_")
        self.close_.setAutoDefault(False)

        self.buttons.addWidget(self.close_)

        self.restore = QPushButton(Bin)
        self.restore.setObjectName(u"restore")
        self.restore.setProperty(u"primary", True)

        self.buttons.addWidget(self.restore)


        self.column.addLayout(self.buttons)

        QWidget.setTabOrder(self.table, self.restore)
        QWidget.setTabOrder(self.restore, self.close_)
        QWidget.setTabOrder(self.close_, self.delete_for_good)
        QWidget.setTabOrder(self.delete_for_good, self.empty)

        self.retranslateUi(Bin)

        self.restore.setDefault(True)


        QMetaObject.connectSlotsByName(Bin)
    # setupUi

    def retranslateUi(self, Bin: QDialog) -> None:
        Bin.setWindowTitle(QCoreApplication.translate("Bin", u"\u56de\u6536\u7ad9", None))
        self.title.setText(QCoreApplication.translate("Bin", u"\u56de\u6536\u7ad9", None))
        self.words.setText(QCoreApplication.translate("Bin", u"\u79fb\u5230\u8fd9\u91cc\u7684\u62a5\u544a\u4e0d\u4f1a\u81ea\u5df1\u6d88\u5931\uff0c\u53ef\u4ee5\u968f\u65f6\u6062\u590d\u3002", None))
#if QT_CONFIG(accessibility)
        self.table.setAccessibleName(QCoreApplication.translate("Bin", u"\u56de\u6536\u7ad9\u91cc\u7684\u62a5\u544a", None))
#endif // QT_CONFIG(accessibility)
        self.delete_for_good.setText(QCoreApplication.translate("Bin", u"\u5f7b\u5e95\u5220\u9664\u2026", None))
        self.empty.setText(QCoreApplication.translate("Bin", u"\u6e05\u7a7a\u56de\u6536\u7ad9\u2026", None))
        self.close_.setText(QCoreApplication.translate("Bin", u"\u5173\u95ed", None))
        self.restore.setText(QCoreApplication.translate("Bin", u"\u6062\u590d", None))
    # retranslateUi
