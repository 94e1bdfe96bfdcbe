"""Made from ui/about.ui by packaging/compile_ui.py; do not edit."""

from PySide6.QtCore import (
    QCoreApplication,
    QMetaObject,
    QSize,
    Qt,
)

from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from reportdesk.gui.passage import Passage

class Ui_About(object):
    def setupUi(self, About: QDialog) -> None:
        if not About.objectName():
            About.setObjectName(u"About")
        About.resize(600, 460)
        self.column = QVBoxLayout(About)
        self.column.setSpacing(8)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(22, 18, 22, 16)
        self.body = QScrollArea(About)
        self.body.setObjectName(u"body")
        self.body.setFocusPolicy(Qt.NoFocus)
        self.body.setFrameShape(QFrame.NoFrame)
        self.body.setWidgetResizable(True)
        self.body_inside = QWidget()
        self.body_inside.setObjectName(u"body_inside")
        self.body_column = QVBoxLayout(self.body_inside)
        self.body_column.setSpacing(8)
        self.body_column.setObjectName(u"body_column")
        self.body_column.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(self.body_inside)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"use", u"page")

        self.body_column.addWidget(self.title)

        self.words = QLabel(self.body_inside)
        self.words.setObjectName(u"words")
        self.words.setProperty(u"tone", u"soft")
        self.words.setWordWrap(True)

        self.body_column.addWidget(self.words)

        self.facts = QGridLayout()
        self.facts.setObjectName(u"facts")
        self.facts.setHorizontalSpacing(16)
        self.facts.setVerticalSpacing(8)
        self.facts.setContentsMargins(0, 8, 0, 4)
        self.program_label = QLabel(self.body_inside)
        self.program_label.setObjectName(u"program_label")
        self.program_label.setProperty(u"tone", u"soft")

        self.facts.addWidget(self.program_label, 0, 0, 1, 1)

        self.program = QLabel(self.body_inside)
        self.program.setObjectName(u"program")

        self.facts.addWidget(self.program, 0, 1, 1, 1)

        self.libraries_label = QLabel(self.body_inside)
        self.libraries_label.setObjectName(u"libraries_label")
        self.libraries_label.setProperty(u"tone", u"soft")
        self.libraries_label.setAlignment(Qt.AlignLeading|Qt.AlignLeft|Qt.AlignTop)

        self.facts.addWidget(self.libraries_label, 1, 0, 1, 1)

        self.libraries = QLabel(self.body_inside)
        self.libraries.setObjectName(u"libraries")
        self.libraries.setWordWrap(True)

        self.facts.addWidget(self.libraries, 1, 1, 1, 1)

        self.editions_label = QLabel(self.body_inside)
        self.editions_label.setObjectName(u"editions_label")
        self.editions_label.setProperty(u"tone", u"soft")
        self.editions_label.setAlignment(Qt.AlignLeading|Qt.AlignLeft|Qt.AlignTop)

        self.facts.addWidget(self.editions_label, 2, 0, 1, 1)

        self.editions = QLabel(self.body_inside)
        self.editions.setObjectName(u"editions")
        self.editions.setWordWrap(True)

        self.facts.addWidget(self.editions, 2, 1, 1, 1)

        self.folder_label = QLabel(self.body_inside)
        self.folder_label.setObjectName(u"folder_label")
        self.folder_label.setProperty(u"tone", u"soft")

        self.facts.addWidget(self.folder_label, 3, 0, 1, 1)

        self.folder_row = QHBoxLayout()
        self.folder_row.setSpacing(8)
        self.folder_row.setObjectName(u"folder_row")
        self.folder = QLineEdit(self.body_inside)
        self.folder.setObjectName(u"folder")
        self.folder.setReadOnly(True)

        self.folder_row.addWidget(self.folder)

        self.open_folder = QPushButton(self.body_inside)
        self.open_folder.setObjectName(u"open_folder")
        self.open_folder.setAutoDefault(False)

        self.folder_row.addWidget(self.open_folder)


        self.facts.addLayout(self.folder_row, 3, 1, 1, 1)


        self.body_column.addLayout(self.facts)

        self.licences_label = QLabel(self.body_inside)
        self.licences_label.setObjectName(u"licences_label")
        self.licences_label.setProperty(u"use", u"strong")

        self.body_column.addWidget(self.licences_label)

        self.licences = Passage(self.body_inside)
        self.licences.setObjectName(u"licences")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(1)
        sizePolicy.setHeightForWidth(self.licences.sizePolicy().hasHeightForWidth())
        self.licences.setSizePolicy(sizePolicy)
        self.licences.setReadOnly(True)
        self.licences.setTabChangesFocus(True)
        self.licences.setMinimumSize(QSize(0, 120))

        self.body_column.addWidget(self.licences)

        self.body.setWidget(self.body_inside)

        self.column.addWidget(self.body)

        self.foot_rule = QFrame(About)
        self.foot_rule.setObjectName(u"foot_rule")
        self.foot_rule.setProperty(u"rule", u"true")

        self.column.addWidget(self.foot_rule)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.copy = QPushButton(About)
        self.copy.setObjectName(u"copy")
        self.copy.setAutoDefault(False)

        self.buttons.addWidget(self.copy)

        self.copied = QLabel(About)
        self.copied.setObjectName(u"copied")
        self.copied.setProperty(u"tone", u"soft")

        self.buttons.addWidget(self.copied)

        self.buttons_room = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.buttons_room)

        self.close_ = QPushButton(About)
        self.close_.setObjectName(u"close_")
        self.close_.setProperty(u"primary", True)

        self.buttons.addWidget(self.close_)


        self.column.addLayout(self.buttons)

        QWidget.setTabOrder(self.close_, self.copy)
        QWidget.setTabOrder(self.copy, self.folder)
        QWidget.setTabOrder(self.folder, self.open_folder)
        QWidget.setTabOrder(self.open_folder, self.licences)

        self.retranslateUi(About)

        self.close_.setDefault(True)


        QMetaObject.connectSlotsByName(About)
    # setupUi

    def retranslateUi(self, About: QDialog) -> None:
        About.setWindowTitle(QCoreApplication.translate("About", u"\u5173\u4e8e", None))
        self.title.setText(QCoreApplication.translate("About", u"\u653f\u5e9c\u4fe1\u606f\u516c\u5f00\u5e74\u62a5", None))
        self.words.setText(QCoreApplication.translate("About", u"\u586b\u5199\u3001\u6838\u5bf9\u3001\u5bfc\u51fa\u653f\u5e9c\u4fe1\u606f\u516c\u5f00\u5de5\u4f5c\u5e74\u5ea6\u62a5\u544a\u3002\u5168\u90e8\u5728\u672c\u673a\u5b8c\u6210\uff0c\u4e0d\u8054\u7f51\u3002", None))
        self.program_label.setText(QCoreApplication.translate("About", u"\u7a0b\u5e8f", None))
        self.libraries_label.setText(QCoreApplication.translate("About", u"\u7ec4\u4ef6", None))
        self.editions_label.setText(QCoreApplication.translate("About", u"\u62a5\u544a\u683c\u5f0f", None))
        self.folder_label.setText(QCoreApplication.translate("About", u"\u6570\u636e\u6587\u4ef6\u5939", None))
#if QT_CONFIG(accessibility)
        self.folder.setAccessibleName(QCoreApplication.translate("About", u"\u6570\u636e\u6587\u4ef6\u5939", None))
#endif // QT_CONFIG(accessibility)
        self.open_folder.setText(QCoreApplication.translate("About", u"\u6253\u5f00", None))
        self.licences_label.setText(QCoreApplication.translate("About", u"\u8bb8\u53ef\u4e0e\u81f4\u8c22", None))
#if QT_CONFIG(accessibility)
        self.licences.setAccessibleName(QCoreApplication.translate("About", u"\u8bb8\u53ef\u4e0e\u81f4\u8c22", None))
#endif // QT_CONFIG(accessibility)
        self.copy.setText(QCoreApplication.translate("About", u"\u590d\u5236\u7248\u672c\u4fe1\u606f", None))
        self.close_.setText(QCoreApplication.translate("About", u"\u5173\u95ed", None))
    # retranslateUi
