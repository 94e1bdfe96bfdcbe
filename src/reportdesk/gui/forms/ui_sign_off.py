"""Made from ui/sign_off.ui by packaging/compile_ui.py; do not edit."""

from PySide6.QtCore import (
    QCoreApplication,
    QMetaObject,
)

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

class Ui_SignOff(object):
    def setupUi(self, SignOff: QDialog) -> None:
        if not SignOff.objectName():
            SignOff.setObjectName(u"SignOff")
        SignOff.resize(520, 270)
        self.column = QVBoxLayout(SignOff)
        self.column.setSpacing(10)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(22, 18, 22, 16)
        self.title = QLabel(SignOff)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"use", u"page")

        self.column.addWidget(self.title)

        self.row = QHBoxLayout()
        self.row.setSpacing(8)
        self.row.setObjectName(u"row")
        self.name_label = QLabel(SignOff)
        self.name_label.setObjectName(u"name_label")

        self.row.addWidget(self.name_label)

        self.name = QLineEdit(SignOff)
        self.name.setObjectName(u"name")
        self.name.setMaxLength(60)

        self.row.addWidget(self.name)


        self.column.addLayout(self.row)

        self.facts = QLabel(SignOff)
        self.facts.setObjectName(u"facts")
        self.facts.setWordWrap(True)

        self.column.addWidget(self.facts)

        self.sheet = QLabel(SignOff)
        self.sheet.setObjectName(u"sheet")
        self.sheet.setProperty(u"tone", u"soft")
        self.sheet.setWordWrap(True)

        self.column.addWidget(self.sheet)

        self.told = QLabel(SignOff)
        self.told.setObjectName(u"told")
        self.told.setProperty(u"tone", u"error")
        self.told.setWordWrap(True)

        self.column.addWidget(self.told)

        self.room = QSpacerItem(1, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.room)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.foot_room = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.foot_room)

        self.export_ = QPushButton(SignOff)
        self.export_.setObjectName(u"export_")
        self.export_.setProperty(u"primary", u"true")

        self.foot.addWidget(self.export_)

        self.cancel = QPushButton(SignOff)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.foot.addWidget(self.cancel)


        self.column.addLayout(self.foot)

#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.name, self.export_)
        QWidget.setTabOrder(self.export_, self.cancel)

        self.retranslateUi(SignOff)

        self.export_.setDefault(True)


        QMetaObject.connectSlotsByName(SignOff)
    # setupUi

    def retranslateUi(self, SignOff: QDialog) -> None:
        SignOff.setWindowTitle(QCoreApplication.translate("SignOff", u"\u5bfc\u51fa\u9001\u5ba1\u7a3f", None))
        self.title.setText(QCoreApplication.translate("SignOff", u"\u5bfc\u51fa\u9001\u5ba1\u7a3f", None))
        self.name_label.setText(QCoreApplication.translate("SignOff", u"\u7248\u672c\u540d\u79f0(&N)", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("SignOff", u"\u7248\u672c\u540d\u79f0", None))
#endif // QT_CONFIG(accessibility)
        self.facts.setText("")
        self.sheet.setText("")
        self.told.setText("")
        self.export_.setText(QCoreApplication.translate("SignOff", u"\u5bfc\u51fa\u2026", None))
        self.cancel.setText(QCoreApplication.translate("SignOff", u"\u53d6\u6d88", None))
    # retranslateUi
