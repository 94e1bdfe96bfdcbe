"""Made from ui/new_report.ui by packaging/compile_ui.py; do not edit."""

from PySide6.QtCore import (
    QCoreApplication,
    QMetaObject,
    QSize,
    Qt,
)

from PySide6.QtWidgets import (
    QComboBox,
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
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reportdesk.gui.passage import Passage

class Ui_NewReport(object):
    def setupUi(self, NewReport: QDialog) -> None:
        if not NewReport.objectName():
            NewReport.setObjectName(u"NewReport")
        NewReport.resize(560, 420)
        self.column = QVBoxLayout(NewReport)
        self.column.setSpacing(8)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(22, 18, 22, 16)
        self.body = QScrollArea(NewReport)
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

        self.from_words = QLabel(self.body_inside)
        self.from_words.setObjectName(u"from_words")
        self.from_words.setProperty(u"tone", u"soft")
        self.from_words.setWordWrap(True)

        self.body_column.addWidget(self.from_words)

        self.fields = QGridLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setHorizontalSpacing(12)
        self.fields.setVerticalSpacing(10)
        self.fields.setContentsMargins(0, 8, 0, 4)
        self.year_label = QLabel(self.body_inside)
        self.year_label.setObjectName(u"year_label")

        self.fields.addWidget(self.year_label, 0, 0, 1, 1)

        self.year_row = QHBoxLayout()
        self.year_row.setSpacing(8)
        self.year_row.setObjectName(u"year_row")
        self.year = QSpinBox(self.body_inside)
        self.year.setObjectName(u"year")
        self.year.setMinimumSize(QSize(110, 0))
        self.year.setMinimum(1990)
        self.year.setMaximum(2099)

        self.year_row.addWidget(self.year)

        self.year_words = QLabel(self.body_inside)
        self.year_words.setObjectName(u"year_words")
        self.year_words.setProperty(u"tone", u"soft")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.year_words.sizePolicy().hasHeightForWidth())
        self.year_words.setSizePolicy(sizePolicy)

        self.year_row.addWidget(self.year_words)


        self.fields.addLayout(self.year_row, 0, 1, 1, 1)

        self.edition_label = QLabel(self.body_inside)
        self.edition_label.setObjectName(u"edition_label")

        self.fields.addWidget(self.edition_label, 1, 0, 1, 1)

        self.edition_row = QHBoxLayout()
        self.edition_row.setSpacing(8)
        self.edition_row.setObjectName(u"edition_row")
        self.edition = QComboBox(self.body_inside)
        self.edition.setObjectName(u"edition")
        self.edition.setMinimumSize(QSize(110, 0))

        self.edition_row.addWidget(self.edition)

        self.edition_words = QLabel(self.body_inside)
        self.edition_words.setObjectName(u"edition_words")
        self.edition_words.setProperty(u"tone", u"soft")
        self.edition_words.setWordWrap(True)
        sizePolicy.setHeightForWidth(self.edition_words.sizePolicy().hasHeightForWidth())
        self.edition_words.setSizePolicy(sizePolicy)

        self.edition_row.addWidget(self.edition_words)


        self.fields.addLayout(self.edition_row, 1, 1, 1, 1)

        self.organ_label = QLabel(self.body_inside)
        self.organ_label.setObjectName(u"organ_label")

        self.fields.addWidget(self.organ_label, 2, 0, 1, 1)

        self.organ = QLineEdit(self.body_inside)
        self.organ.setObjectName(u"organ")

        self.fields.addWidget(self.organ, 2, 1, 1, 1)

        self.kind_label = QLabel(self.body_inside)
        self.kind_label.setObjectName(u"kind_label")

        self.fields.addWidget(self.kind_label, 3, 0, 1, 1)

        self.kind_row = QHBoxLayout()
        self.kind_row.setSpacing(8)
        self.kind_row.setObjectName(u"kind_row")
        self.kind = QComboBox(self.body_inside)
        self.kind.setObjectName(u"kind")
        self.kind.setMinimumSize(QSize(160, 0))

        self.kind_row.addWidget(self.kind)

        self.due = QLabel(self.body_inside)
        self.due.setObjectName(u"due")
        self.due.setProperty(u"tone", u"soft")
        self.due.setWordWrap(True)
        sizePolicy.setHeightForWidth(self.due.sizePolicy().hasHeightForWidth())
        self.due.setSizePolicy(sizePolicy)

        self.kind_row.addWidget(self.due)


        self.fields.addLayout(self.kind_row, 3, 1, 1, 1)


        self.body_column.addLayout(self.fields)

        self.twin = QFrame(self.body_inside)
        self.twin.setObjectName(u"twin")
        self.twin.setProperty(u"notice", u"review")
        self.twin_row = QHBoxLayout(self.twin)
        self.twin_row.setSpacing(8)
        self.twin_row.setObjectName(u"twin_row")
        self.twin_row.setContentsMargins(12, 8, 12, 8)
        self.twin_mark = QLabel(self.twin)
        self.twin_mark.setObjectName(u"twin_mark")

        self.twin_row.addWidget(self.twin_mark)

        self.twin_words = QLabel(self.twin)
        self.twin_words.setObjectName(u"twin_words")
        self.twin_words.setWordWrap(True)
        sizePolicy.setHeightForWidth(self.twin_words.sizePolicy().hasHeightForWidth())
        self.twin_words.setSizePolicy(sizePolicy)

        self.twin_row.addWidget(self.twin_words)

        self.open_twin = QPushButton(self.twin)
        self.open_twin.setObjectName(u"open_twin")

        self.twin_row.addWidget(self.open_twin)


        self.body_column.addWidget(self.twin)

        self.carried = QWidget(self.body_inside)
        self.carried.setObjectName(u"carried")
        self.carried_column = QVBoxLayout(self.carried)
        self.carried_column.setSpacing(4)
        self.carried_column.setObjectName(u"carried_column")
        self.carried_column.setContentsMargins(0, 0, 0, 0)
        self.carried_words = QLabel(self.carried)
        self.carried_words.setObjectName(u"carried_words")
        self.carried_words.setWordWrap(True)
        self.carried_words.setProperty(u"use", u"strong")

        self.carried_column.addWidget(self.carried_words)

        self.notes = Passage(self.carried)
        self.notes.setObjectName(u"notes")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(1)
        sizePolicy1.setHeightForWidth(self.notes.sizePolicy().hasHeightForWidth())
        self.notes.setSizePolicy(sizePolicy1)
        self.notes.setReadOnly(True)
        self.notes.setTabChangesFocus(True)
        self.notes.setMinimumSize(QSize(0, 96))

        self.carried_column.addWidget(self.notes)


        self.body_column.addWidget(self.carried)

        self.room = QSpacerItem(1, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.body_column.addItem(self.room)

        self.body.setWidget(self.body_inside)

        self.column.addWidget(self.body)

        self.foot_rule = QFrame(NewReport)
        self.foot_rule.setObjectName(u"foot_rule")
        self.foot_rule.setProperty(u"rule", u"true")

        self.column.addWidget(self.foot_rule)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.buttons_room = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.buttons_room)

        self.cancel = QPushButton(NewReport)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)

        self.create = QPushButton(NewReport)
        self.create.setObjectName(u"create")
        self.create.setProperty(u"primary", True)

        self.buttons.addWidget(self.create)


        self.column.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.year_label.setBuddy(self.year)
        self.edition_label.setBuddy(self.edition)
        self.organ_label.setBuddy(self.organ)
        self.kind_label.setBuddy(self.kind)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.year, self.edition)
        QWidget.setTabOrder(self.edition, self.organ)
        QWidget.setTabOrder(self.organ, self.kind)
        QWidget.setTabOrder(self.kind, self.open_twin)
        QWidget.setTabOrder(self.open_twin, self.notes)
        QWidget.setTabOrder(self.notes, self.create)
        QWidget.setTabOrder(self.create, self.cancel)

        self.retranslateUi(NewReport)

        self.create.setDefault(True)


        QMetaObject.connectSlotsByName(NewReport)
    # setupUi

    def retranslateUi(self, NewReport: QDialog) -> None:
        NewReport.setWindowTitle(QCoreApplication.translate("NewReport", u"\u65b0\u5efa\u62a5\u544a", None))
        self.title.setText(QCoreApplication.translate("NewReport", u"\u65b0\u5efa\u7a7a\u767d\u62a5\u544a", None))
        self.year_label.setText(QCoreApplication.translate("NewReport", u"\u5e74\u5ea6(&Y)", None))
#if QT_CONFIG(accessibility)
        self.year.setAccessibleName(QCoreApplication.translate("NewReport", u"\u62a5\u544a\u5e74\u5ea6", None))
#endif // QT_CONFIG(accessibility)
        self.edition_label.setText(QCoreApplication.translate("NewReport", u"\u62a5\u544a\u683c\u5f0f(&F)", None))
#if QT_CONFIG(accessibility)
        self.edition.setAccessibleName(QCoreApplication.translate("NewReport", u"\u62a5\u544a\u683c\u5f0f", None))
#endif // QT_CONFIG(accessibility)
        self.organ_label.setText(QCoreApplication.translate("NewReport", u"\u673a\u5173\u540d\u79f0(&O)", None))
#if QT_CONFIG(accessibility)
        self.organ.setAccessibleName(QCoreApplication.translate("NewReport", u"\u673a\u5173\u540d\u79f0", None))
#endif // QT_CONFIG(accessibility)
        self.organ.setPlaceholderText(QCoreApplication.translate("NewReport", u"\u5199\u5168\u79f0\uff0c\u4e0e\u5370\u7ae0\u4e00\u81f4", None))
        self.kind_label.setText(QCoreApplication.translate("NewReport", u"\u673a\u5173\u7c7b\u522b(&K)", None))
#if QT_CONFIG(accessibility)
        self.kind.setAccessibleName(QCoreApplication.translate("NewReport", u"\u673a\u5173\u7c7b\u522b", None))
#endif // QT_CONFIG(accessibility)
        self.open_twin.setText(QCoreApplication.translate("NewReport", u"\u6253\u5f00\u90a3\u4e00\u4efd", None))
#if QT_CONFIG(accessibility)
        self.notes.setAccessibleName(QCoreApplication.translate("NewReport", u"\u6cbf\u7528\u4e0a\u5e74\u65f6\u8981\u7559\u610f\u7684\u4e8b", None))
#endif // QT_CONFIG(accessibility)
        self.cancel.setText(QCoreApplication.translate("NewReport", u"\u53d6\u6d88", None))
        self.create.setText(QCoreApplication.translate("NewReport", u"\u65b0\u5efa\u62a5\u544a", None))
    # retranslateUi
