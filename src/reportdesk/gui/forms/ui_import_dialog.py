"""Made from ui/import_dialog.ui by packaging/compile_ui.py; do not edit."""

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
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QSpacerItem,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

class Ui_ImportForm(object):
    def setupUi(self, ImportForm: QDialog) -> None:
        if not ImportForm.objectName():
            ImportForm.setObjectName(u"ImportForm")
        ImportForm.resize(1208, 658)
        self.column = QVBoxLayout(ImportForm)
        self.column.setSpacing(0)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.stages = QStackedWidget(ImportForm)
        self.stages.setObjectName(u"stages")
        self.loadingPage = QWidget()
        self.loadingPage.setObjectName(u"loadingPage")
        self.loadingColumn = QVBoxLayout(self.loadingPage)
        self.loadingColumn.setSpacing(12)
        self.loadingColumn.setObjectName(u"loadingColumn")
        self.loadingColumn.setContentsMargins(22, 20, 22, 16)
        self.loadingTop = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.loadingColumn.addItem(self.loadingTop)

        self.loadingTitle = QLabel(self.loadingPage)
        self.loadingTitle.setObjectName(u"loadingTitle")
        self.loadingTitle.setProperty(u"use", u"heading")
        self.loadingTitle.setAlignment(Qt.AlignCenter)

        self.loadingColumn.addWidget(self.loadingTitle)

        self.loadingFile = QLabel(self.loadingPage)
        self.loadingFile.setObjectName(u"loadingFile")
        self.loadingFile.setProperty(u"tone", u"soft")
        self.loadingFile.setAlignment(Qt.AlignCenter)
        self.loadingFile.setWordWrap(True)

        self.loadingColumn.addWidget(self.loadingFile)

        self.loadingWords = QLabel(self.loadingPage)
        self.loadingWords.setObjectName(u"loadingWords")
        self.loadingWords.setAlignment(Qt.AlignCenter)
        self.loadingWords.setMinimumSize(QSize(0, 20))

        self.loadingColumn.addWidget(self.loadingWords)

        self.loadingBarRow = QHBoxLayout()
        self.loadingBarRow.setSpacing(8)
        self.loadingBarRow.setObjectName(u"loadingBarRow")
        self.barLeft = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.loadingBarRow.addItem(self.barLeft)

        self.loadingBar = QProgressBar(self.loadingPage)
        self.loadingBar.setObjectName(u"loadingBar")
        self.loadingBar.setMaximum(0)
        self.loadingBar.setValue(0)
        self.loadingBar.setTextVisible(False)
        self.loadingBar.setMinimumSize(QSize(280, 8))
        self.loadingBar.setMaximumSize(QSize(280, 8))

        self.loadingBarRow.addWidget(self.loadingBar)

        self.barRight = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.loadingBarRow.addItem(self.barRight)


        self.loadingColumn.addLayout(self.loadingBarRow)

        self.loadingButtons = QHBoxLayout()
        self.loadingButtons.setSpacing(8)
        self.loadingButtons.setObjectName(u"loadingButtons")
        self.stopLeft = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.loadingButtons.addItem(self.stopLeft)

        self.stopButton = QPushButton(self.loadingPage)
        self.stopButton.setObjectName(u"stopButton")

        self.loadingButtons.addWidget(self.stopButton)

        self.stopRight = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.loadingButtons.addItem(self.stopRight)


        self.loadingColumn.addLayout(self.loadingButtons)

        self.loadingBottom = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.loadingColumn.addItem(self.loadingBottom)

        self.stages.addWidget(self.loadingPage)
        self.importPage = QWidget()
        self.importPage.setObjectName(u"importPage")
        self.importColumn = QVBoxLayout(self.importPage)
        self.importColumn.setSpacing(0)
        self.importColumn.setObjectName(u"importColumn")
        self.importColumn.setContentsMargins(0, 0, 0, 0)
        self.bodyColumn = QVBoxLayout()
        self.bodyColumn.setSpacing(8)
        self.bodyColumn.setObjectName(u"bodyColumn")
        self.bodyColumn.setContentsMargins(16, 10, 16, 10)
        self.fileRow = QHBoxLayout()
        self.fileRow.setSpacing(8)
        self.fileRow.setObjectName(u"fileRow")
        self.fileLabel = QLabel(self.importPage)
        self.fileLabel.setObjectName(u"fileLabel")
        self.fileLabel.setProperty(u"use", u"panel")

        self.fileRow.addWidget(self.fileLabel)

        self.foundLabel = QLabel(self.importPage)
        self.foundLabel.setObjectName(u"foundLabel")
        self.foundLabel.setProperty(u"tone", u"soft")

        self.fileRow.addWidget(self.foundLabel)

        self.yearBox = QSpinBox(self.importPage)
        self.yearBox.setObjectName(u"yearBox")
        self.yearBox.setAlignment(Qt.AlignCenter)

        self.fileRow.addWidget(self.yearBox)

        self.yearLabel = QLabel(self.importPage)
        self.yearLabel.setObjectName(u"yearLabel")
        self.yearLabel.setProperty(u"tone", u"soft")

        self.fileRow.addWidget(self.yearLabel)

        self.fileGap = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.fileRow.addItem(self.fileGap)

        self.changeButton = QPushButton(self.importPage)
        self.changeButton.setObjectName(u"changeButton")

        self.fileRow.addWidget(self.changeButton)


        self.bodyColumn.addLayout(self.fileRow)

        self.useRow = QHBoxLayout()
        self.useRow.setSpacing(8)
        self.useRow.setObjectName(u"useRow")
        self.useLabel = QLabel(self.importPage)
        self.useLabel.setObjectName(u"useLabel")
        self.useLabel.setProperty(u"tone", u"soft")

        self.useRow.addWidget(self.useLabel)

        self.lastRadio = QRadioButton(self.importPage)
        self.lastRadio.setObjectName(u"lastRadio")

        self.useRow.addWidget(self.lastRadio)

        self.startBox = QSpinBox(self.importPage)
        self.startBox.setObjectName(u"startBox")
        self.startBox.setAlignment(Qt.AlignCenter)

        self.useRow.addWidget(self.startBox)

        self.startLabel = QLabel(self.importPage)
        self.startLabel.setObjectName(u"startLabel")

        self.useRow.addWidget(self.startLabel)

        self.thisRadio = QRadioButton(self.importPage)
        self.thisRadio.setObjectName(u"thisRadio")

        self.useRow.addWidget(self.thisRadio)

        self.intoRadio = QRadioButton(self.importPage)
        self.intoRadio.setObjectName(u"intoRadio")
        self.intoRadio.setVisible(False)

        self.useRow.addWidget(self.intoRadio)

        self.previousRadio = QRadioButton(self.importPage)
        self.previousRadio.setObjectName(u"previousRadio")
        self.previousRadio.setVisible(False)

        self.useRow.addWidget(self.previousRadio)

        self.useGap = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.useRow.addItem(self.useGap)

        self.existingLabel = QLabel(self.importPage)
        self.existingLabel.setObjectName(u"existingLabel")
        self.existingLabel.setVisible(False)
        self.existingLabel.setProperty(u"tone", u"review")

        self.useRow.addWidget(self.existingLabel)

        self.existingButton = QPushButton(self.importPage)
        self.existingButton.setObjectName(u"existingButton")
        self.existingButton.setVisible(False)
        self.existingButton.setProperty(u"link", u"true")

        self.useRow.addWidget(self.existingButton)


        self.bodyColumn.addLayout(self.useRow)

        self.takeRow = QHBoxLayout()
        self.takeRow.setSpacing(12)
        self.takeRow.setObjectName(u"takeRow")

        self.bodyColumn.addLayout(self.takeRow)

        self.panes = QHBoxLayout()
        self.panes.setSpacing(16)
        self.panes.setObjectName(u"panes")
        self.sourceColumn = QVBoxLayout()
        self.sourceColumn.setSpacing(6)
        self.sourceColumn.setObjectName(u"sourceColumn")
        self.sourceTitleRow = QHBoxLayout()
        self.sourceTitleRow.setSpacing(8)
        self.sourceTitleRow.setObjectName(u"sourceTitleRow")
        self.sourceTitle = QLabel(self.importPage)
        self.sourceTitle.setObjectName(u"sourceTitle")
        self.sourceTitle.setProperty(u"use", u"panel")

        self.sourceTitleRow.addWidget(self.sourceTitle)

        self.sourceWhere = QLabel(self.importPage)
        self.sourceWhere.setObjectName(u"sourceWhere")
        self.sourceWhere.setProperty(u"tone", u"soft")

        self.sourceTitleRow.addWidget(self.sourceWhere)

        self.sourceTitleGap = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.sourceTitleRow.addItem(self.sourceTitleGap)


        self.sourceColumn.addLayout(self.sourceTitleRow)


        self.panes.addLayout(self.sourceColumn)

        self.resultColumn = QVBoxLayout()
        self.resultColumn.setSpacing(6)
        self.resultColumn.setObjectName(u"resultColumn")
        self.resultTitleRow = QHBoxLayout()
        self.resultTitleRow.setSpacing(8)
        self.resultTitleRow.setObjectName(u"resultTitleRow")
        self.resultTitle = QLabel(self.importPage)
        self.resultTitle.setObjectName(u"resultTitle")
        self.resultTitle.setProperty(u"use", u"panel")

        self.resultTitleRow.addWidget(self.resultTitle)

        self.resultWhere = QLabel(self.importPage)
        self.resultWhere.setObjectName(u"resultWhere")
        self.resultWhere.setProperty(u"tone", u"soft")

        self.resultTitleRow.addWidget(self.resultWhere)

        self.resultTitleGap = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.resultTitleRow.addItem(self.resultTitleGap)

        self.legend = QLabel(self.importPage)
        self.legend.setObjectName(u"legend")
        self.legend.setProperty(u"tone", u"import")

        self.resultTitleRow.addWidget(self.legend)


        self.resultColumn.addLayout(self.resultTitleRow)


        self.panes.addLayout(self.resultColumn)

        self.panes.setStretch(0, 1)
        self.panes.setStretch(1, 1)

        self.bodyColumn.addLayout(self.panes)

        self.doubtTitleRow = QHBoxLayout()
        self.doubtTitleRow.setSpacing(8)
        self.doubtTitleRow.setObjectName(u"doubtTitleRow")
        self.doubtTitle = QLabel(self.importPage)
        self.doubtTitle.setObjectName(u"doubtTitle")
        self.doubtTitle.setProperty(u"use", u"panel")

        self.doubtTitleRow.addWidget(self.doubtTitle)

        self.doubtCount = QLabel(self.importPage)
        self.doubtCount.setObjectName(u"doubtCount")
        self.doubtCount.setProperty(u"tone", u"soft")

        self.doubtTitleRow.addWidget(self.doubtCount)

        self.doubtGap = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.doubtTitleRow.addItem(self.doubtGap)

        self.onlyButton = QPushButton(self.importPage)
        self.onlyButton.setObjectName(u"onlyButton")
        self.onlyButton.setCheckable(True)
        self.onlyButton.setProperty(u"small", u"true")

        self.doubtTitleRow.addWidget(self.onlyButton)


        self.bodyColumn.addLayout(self.doubtTitleRow)

        self.bodyColumn.setStretch(3, 1)

        self.importColumn.addLayout(self.bodyColumn)

        self.footerRule = QFrame(self.importPage)
        self.footerRule.setObjectName(u"footerRule")
        self.footerRule.setProperty(u"rule", u"true")

        self.importColumn.addWidget(self.footerRule)

        self.footer = QHBoxLayout()
        self.footer.setSpacing(8)
        self.footer.setObjectName(u"footer")
        self.footer.setContentsMargins(16, 10, 16, 12)
        self.footerMark = QLabel(self.importPage)
        self.footerMark.setObjectName(u"footerMark")

        self.footer.addWidget(self.footerMark)

        self.footerWords = QLabel(self.importPage)
        self.footerWords.setObjectName(u"footerWords")
        self.footerWords.setWordWrap(True)

        self.footer.addWidget(self.footerWords)

        self.cancelButton = QPushButton(self.importPage)
        self.cancelButton.setObjectName(u"cancelButton")

        self.footer.addWidget(self.cancelButton)

        self.takeButton = QPushButton(self.importPage)
        self.takeButton.setObjectName(u"takeButton")
        self.takeButton.setProperty(u"primary", u"true")

        self.footer.addWidget(self.takeButton)

        self.footer.setStretch(1, 1)

        self.importColumn.addLayout(self.footer)

        self.importColumn.setStretch(0, 1)
        self.stages.addWidget(self.importPage)
        self.troublePage = QWidget()
        self.troublePage.setObjectName(u"troublePage")
        self.troubleColumn = QVBoxLayout(self.troublePage)
        self.troubleColumn.setSpacing(8)
        self.troubleColumn.setObjectName(u"troubleColumn")
        self.troubleColumn.setContentsMargins(22, 20, 22, 16)
        self.troubleTop = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.troubleColumn.addItem(self.troubleTop)

        self.troubleRow = QHBoxLayout()
        self.troubleRow.setSpacing(14)
        self.troubleRow.setObjectName(u"troubleRow")
        self.troubleLeft = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.troubleRow.addItem(self.troubleLeft)

        self.troubleMark = QLabel(self.troublePage)
        self.troubleMark.setObjectName(u"troubleMark")
        self.troubleMark.setMinimumSize(QSize(28, 28))
        self.troubleMark.setAlignment(Qt.AlignLeading|Qt.AlignLeft|Qt.AlignTop)

        self.troubleRow.addWidget(self.troubleMark)

        self.troubleWordsColumn = QVBoxLayout()
        self.troubleWordsColumn.setSpacing(10)
        self.troubleWordsColumn.setObjectName(u"troubleWordsColumn")
        self.troubleTitle = QLabel(self.troublePage)
        self.troubleTitle.setObjectName(u"troubleTitle")
        self.troubleTitle.setProperty(u"use", u"heading")

        self.troubleWordsColumn.addWidget(self.troubleTitle)

        self.troubleFile = QLabel(self.troublePage)
        self.troubleFile.setObjectName(u"troubleFile")
        self.troubleFile.setProperty(u"tone", u"soft")
        self.troubleFile.setWordWrap(True)
        self.troubleFile.setMinimumSize(QSize(460, 0))

        self.troubleWordsColumn.addWidget(self.troubleFile)

        self.troubleWords = QLabel(self.troublePage)
        self.troubleWords.setObjectName(u"troubleWords")
        self.troubleWords.setWordWrap(True)
        self.troubleWords.setMinimumSize(QSize(460, 0))
        self.troubleWords.setTextInteractionFlags(Qt.TextSelectableByMouse)

        self.troubleWordsColumn.addWidget(self.troubleWords)

        self.troubleSafe = QLabel(self.troublePage)
        self.troubleSafe.setObjectName(u"troubleSafe")
        self.troubleSafe.setProperty(u"tone", u"soft")

        self.troubleWordsColumn.addWidget(self.troubleSafe)

        self.troubleButtons = QHBoxLayout()
        self.troubleButtons.setSpacing(8)
        self.troubleButtons.setObjectName(u"troubleButtons")
        self.againButton = QPushButton(self.troublePage)
        self.againButton.setObjectName(u"againButton")
        self.againButton.setProperty(u"primary", u"true")

        self.troubleButtons.addWidget(self.againButton)

        self.closeButton = QPushButton(self.troublePage)
        self.closeButton.setObjectName(u"closeButton")

        self.troubleButtons.addWidget(self.closeButton)

        self.troubleButtonsEnd = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.troubleButtons.addItem(self.troubleButtonsEnd)


        self.troubleWordsColumn.addLayout(self.troubleButtons)


        self.troubleRow.addLayout(self.troubleWordsColumn)

        self.troubleRight = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.troubleRow.addItem(self.troubleRight)


        self.troubleColumn.addLayout(self.troubleRow)

        self.troubleBottom = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.troubleColumn.addItem(self.troubleBottom)

        self.stages.addWidget(self.troublePage)

        self.column.addWidget(self.stages)


        self.retranslateUi(ImportForm)

        self.stages.setCurrentIndex(0)
        self.takeButton.setDefault(True)


        QMetaObject.connectSlotsByName(ImportForm)
    # setupUi

    def retranslateUi(self, ImportForm: QDialog) -> None:
        ImportForm.setWindowTitle(QCoreApplication.translate("ImportForm", u"\u4ece\u6587\u4ef6\u5bfc\u5165", None))
        self.loadingTitle.setText(QCoreApplication.translate("ImportForm", u"\u6b63\u5728\u8bfb\u53d6\u6587\u4ef6", None))
        self.loadingFile.setText("")
        self.loadingWords.setText("")
#if QT_CONFIG(accessibility)
        self.loadingBar.setAccessibleName(QCoreApplication.translate("ImportForm", u"\u6b63\u5728\u8bfb\u53d6", None))
#endif // QT_CONFIG(accessibility)
        self.stopButton.setText(QCoreApplication.translate("ImportForm", u"\u53d6\u6d88", None))
        self.fileLabel.setText("")
        self.foundLabel.setText("")
#if QT_CONFIG(accessibility)
        self.yearBox.setAccessibleName(QCoreApplication.translate("ImportForm", u"\u6587\u4ef6\u662f\u54ea\u4e00\u5e74\u5ea6\u7684\u62a5\u544a", None))
#endif // QT_CONFIG(accessibility)
        self.yearLabel.setText(QCoreApplication.translate("ImportForm", u"\u5e74\u5ea6", None))
        self.changeButton.setText(QCoreApplication.translate("ImportForm", u"\u6362\u4e00\u4e2a\u6587\u4ef6\u2026", None))
        self.useLabel.setText(QCoreApplication.translate("ImportForm", u"\u600e\u4e48\u7528\uff1a", None))
        self.lastRadio.setText(QCoreApplication.translate("ImportForm", u"\u4f5c\u4e3a\u4e0a\u5e74\u62a5\u544a\uff0c\u5f00\u59cb", None))
#if QT_CONFIG(accessibility)
        self.startBox.setAccessibleName(QCoreApplication.translate("ImportForm", u"\u5f00\u59cb\u54ea\u4e00\u5e74\u5ea6\u7684\u62a5\u544a", None))
#endif // QT_CONFIG(accessibility)
        self.startLabel.setText(QCoreApplication.translate("ImportForm", u"\u5e74\u5ea6", None))
        self.thisRadio.setText(QCoreApplication.translate("ImportForm", u"\u4f5c\u4e3a\u8fd9\u4e00\u5e74\u7684\u62a5\u544a\u7ee7\u7eed\u586b\u5199", None))
        self.intoRadio.setText(QCoreApplication.translate("ImportForm", u"\u586b\u5165\u672c\u62a5\u544a", None))
        self.previousRadio.setText(QCoreApplication.translate("ImportForm", u"\u4f5c\u4e3a\u4e0a\u5e74\u62a5\u544a\u6bd4\u8f83", None))
        self.existingLabel.setText("")
        self.existingButton.setText(QCoreApplication.translate("ImportForm", u"\u6253\u5f00\u90a3\u4e00\u4efd", None))
        self.sourceTitle.setText(QCoreApplication.translate("ImportForm", u"\u6587\u4ef6\u91cc\u7684\u5185\u5bb9", None))
        self.sourceWhere.setText("")
        self.resultTitle.setText(QCoreApplication.translate("ImportForm", u"\u586b\u5165\u62a5\u544a", None))
        self.resultWhere.setText("")
        self.legend.setText("")
        self.doubtTitle.setText(QCoreApplication.translate("ImportForm", u"\u8bf7\u770b\u4e00\u4e0b", None))
        self.doubtCount.setText("")
        self.onlyButton.setText(QCoreApplication.translate("ImportForm", u"\u53ea\u770b\u8981\u6838\u5b9e\u7684", None))
        self.footerMark.setText("")
        self.footerWords.setText("")
        self.cancelButton.setText(QCoreApplication.translate("ImportForm", u"\u53d6\u6d88", None))
        self.takeButton.setText("")
        self.troubleMark.setText("")
        self.troubleTitle.setText(QCoreApplication.translate("ImportForm", u"\u8fd9\u4e2a\u6587\u4ef6\u6ca1\u6709\u8bfb\u8fdb\u6765", None))
        self.troubleFile.setText("")
        self.troubleWords.setText("")
        self.troubleSafe.setText(QCoreApplication.translate("ImportForm", u"\u62a5\u544a\u6ca1\u6709\u53d7\u5f71\u54cd\uff0c\u6587\u4ef6\u6ca1\u6709\u88ab\u6539\u52a8\u3002", None))
        self.againButton.setText(QCoreApplication.translate("ImportForm", u"\u6362\u4e00\u4e2a\u6587\u4ef6\u2026", None))
        self.closeButton.setText(QCoreApplication.translate("ImportForm", u"\u5173\u95ed", None))
    # retranslateUi
