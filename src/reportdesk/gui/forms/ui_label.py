"""Made from ui/label.ui by packaging/compile_ui.py; do not edit."""

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

class Ui_Label(object):
    def setupUi(self, Label: QDialog) -> None:
        if not Label.objectName():
            Label.setObjectName(u"Label")
        Label.resize(440, 170)
        self.column = QVBoxLayout(Label)
        self.column.setSpacing(8)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(22, 18, 22, 16)
        self.report = QLabel(Label)
        self.report.setObjectName(u"report")
        self.report.setProperty(u"use", u"panel")
        self.report.setWordWrap(True)

        self.column.addWidget(self.report)

        self.row = QHBoxLayout()
        self.row.setSpacing(8)
        self.row.setObjectName(u"row")
        self.name_label = QLabel(Label)
        self.name_label.setObjectName(u"name_label")

        self.row.addWidget(self.name_label)

        self.name = QLineEdit(Label)
        self.name.setObjectName(u"name")
        self.name.setMaxLength(30)

        self.row.addWidget(self.name)


        self.column.addLayout(self.row)

        self.words = QLabel(Label)
        self.words.setObjectName(u"words")
        self.words.setProperty(u"tone", u"soft")
        self.words.setWordWrap(True)

        self.column.addWidget(self.words)

        self.room = QSpacerItem(1, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.room)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.buttons_room = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.buttons_room)

        self.cancel = QPushButton(Label)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)

        self.take = QPushButton(Label)
        self.take.setObjectName(u"take")
        self.take.setProperty(u"primary", True)

        self.buttons.addWidget(self.take)


        self.column.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.name, self.cancel)
        QWidget.setTabOrder(self.cancel, self.take)

        self.retranslateUi(Label)

        self.take.setDefault(True)


        QMetaObject.connectSlotsByName(Label)
    # setupUi

    def retranslateUi(self, Label: QDialog) -> None:
        Label.setWindowTitle(QCoreApplication.translate("Label", u"\u6539\u5907\u6ce8", None))
        self.name_label.setText(QCoreApplication.translate("Label", u"\u5907\u6ce8(&N)", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("Label", u"\u5907\u6ce8", None))
#endif // QT_CONFIG(accessibility)
        self.words.setText(QCoreApplication.translate("Label", u"\u5199\u5728\u5217\u8868\u91cc\u673a\u5173\u540d\u79f0\u7684\u540e\u9762\uff0c\u4e0d\u5199\u8fdb\u62a5\u544a\uff1b\u6e05\u7a7a\u5c31\u4e0d\u663e\u793a\u3002", None))
        self.cancel.setText(QCoreApplication.translate("Label", u"\u53d6\u6d88", None))
        self.take.setText(QCoreApplication.translate("Label", u"\u6539\u597d", None))
    # retranslateUi
