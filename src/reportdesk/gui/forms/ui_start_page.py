"""Made from ui/start_page.ui by packaging/compile_ui.py; do not edit."""

from PySide6.QtCore import (
    QCoreApplication,
    QMetaObject,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QCursor,
)
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

class Ui_StartPage(object):
    def setupUi(self, StartPage: QWidget) -> None:
        if not StartPage.objectName():
            StartPage.setObjectName(u"StartPage")
        StartPage.resize(1366, 672)
        self.across = QHBoxLayout(StartPage)
        self.across.setSpacing(0)
        self.across.setObjectName(u"across")
        self.across.setContentsMargins(0, 0, 0, 0)
        self.side = QScrollArea(StartPage)
        self.side.setObjectName(u"side")
        self.side.setFocusPolicy(Qt.NoFocus)
        self.side.setFrameShape(QFrame.NoFrame)
        self.side.setHorizontalScrollBarPolicy(Qt.ScrollBarAlwaysOff)
        self.side.setWidgetResizable(True)
        self.side_inside = QWidget()
        self.side_inside.setObjectName(u"side_inside")
        self.side_column = QVBoxLayout(self.side_inside)
        self.side_column.setSpacing(4)
        self.side_column.setObjectName(u"side_column")
        self.side_column.setContentsMargins(24, 20, 16, 12)
        self.title = QLabel(self.side_inside)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"use", u"page")

        self.side_column.addWidget(self.title)

        self.subtitle = QLabel(self.side_inside)
        self.subtitle.setObjectName(u"subtitle")
        self.subtitle.setProperty(u"tone", u"soft")

        self.side_column.addWidget(self.subtitle)

        self.below_title = QSpacerItem(1, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.side_column.addItem(self.below_title)

        self.ways = QWidget(self.side_inside)
        self.ways.setObjectName(u"ways")
        self.ways_column = QVBoxLayout(self.ways)
        self.ways_column.setSpacing(6)
        self.ways_column.setObjectName(u"ways_column")
        self.ways_column.setContentsMargins(0, 0, 0, 0)
        self.from_file = QPushButton(self.ways)
        self.from_file.setObjectName(u"from_file")
        self.from_file.setProperty(u"primary", True)
        self.from_file.setProperty(u"tall", True)

        self.ways_column.addWidget(self.from_file)

        self.drop = QFrame(self.ways)
        self.drop.setObjectName(u"drop")
        self.drop.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
        self.drop.setProperty(u"drop", u"idle")
        self.drop_column = QVBoxLayout(self.drop)
        self.drop_column.setSpacing(4)
        self.drop_column.setObjectName(u"drop_column")
        self.drop_column.setContentsMargins(8, 10, 8, 10)
        self.drop_title = QLabel(self.drop)
        self.drop_title.setObjectName(u"drop_title")
        self.drop_title.setAlignment(Qt.AlignCenter)
        self.drop_title.setProperty(u"use", u"strong")

        self.drop_column.addWidget(self.drop_title)

        self.drop_kinds = QLabel(self.drop)
        self.drop_kinds.setObjectName(u"drop_kinds")
        self.drop_kinds.setAlignment(Qt.AlignCenter)
        self.drop_kinds.setWordWrap(True)
        self.drop_kinds.setProperty(u"tone", u"soft")

        self.drop_column.addWidget(self.drop_kinds)


        self.ways_column.addWidget(self.drop)

        self.after_drop = QSpacerItem(1, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.ways_column.addItem(self.after_drop)

        self.blank = QPushButton(self.ways)
        self.blank.setObjectName(u"blank")

        self.ways_column.addWidget(self.blank)

        self.open = QPushButton(self.ways)
        self.open.setObjectName(u"open")

        self.ways_column.addWidget(self.open)

        self.before_rule = QSpacerItem(1, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.ways_column.addItem(self.before_rule)

        self.side_rule = QFrame(self.ways)
        self.side_rule.setObjectName(u"side_rule")
        self.side_rule.setProperty(u"rule", u"true")

        self.ways_column.addWidget(self.side_rule)

        self.sample = QPushButton(self.ways)
        self.sample.setObjectName(u"sample")
        self.sample.setProperty(u"entry", True)

        self.ways_column.addWidget(self.sample)


        self.side_column.addWidget(self.ways)

        self.restore = QPushButton(self.side_inside)
        self.restore.setObjectName(u"restore")
        self.restore.setProperty(u"entry", True)

        self.side_column.addWidget(self.restore)

        self.bin = QPushButton(self.side_inside)
        self.bin.setObjectName(u"bin")
        self.bin.setProperty(u"entry", True)

        self.side_column.addWidget(self.bin)

        self.side_room = QSpacerItem(1, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.side_column.addItem(self.side_room)

        self.deadline_days = QLabel(self.side_inside)
        self.deadline_days.setObjectName(u"deadline_days")
        self.deadline_days.setWordWrap(True)
        self.deadline_days.setProperty(u"use", u"panel")

        self.side_column.addWidget(self.deadline_days)

        self.deadline_words = QLabel(self.side_inside)
        self.deadline_words.setObjectName(u"deadline_words")
        self.deadline_words.setWordWrap(True)
        self.deadline_words.setProperty(u"tone", u"soft")

        self.side_column.addWidget(self.deadline_words)

        self.deadline_source = QLabel(self.side_inside)
        self.deadline_source.setObjectName(u"deadline_source")
        self.deadline_source.setWordWrap(True)
        self.deadline_source.setProperty(u"tone", u"faint")

        self.side_column.addWidget(self.deadline_source)

        self.side.setWidget(self.side_inside)

        self.across.addWidget(self.side)

        self.upright = QFrame(StartPage)
        self.upright.setObjectName(u"upright")
        self.upright.setProperty(u"upright", u"true")

        self.across.addWidget(self.upright)

        self.pages = QStackedWidget(StartPage)
        self.pages.setObjectName(u"pages")
        self.listing = QWidget()
        self.listing.setObjectName(u"listing")
        self.listing_column = QVBoxLayout(self.listing)
        self.listing_column.setSpacing(8)
        self.listing_column.setObjectName(u"listing_column")
        self.listing_column.setContentsMargins(20, 16, 20, 12)
        self.listing_head = QHBoxLayout()
        self.listing_head.setSpacing(8)
        self.listing_head.setObjectName(u"listing_head")
        self.heading = QLabel(self.listing)
        self.heading.setObjectName(u"heading")
        self.heading.setProperty(u"use", u"heading")

        self.listing_head.addWidget(self.heading)

        self.count = QLabel(self.listing)
        self.count.setObjectName(u"count")
        self.count.setProperty(u"tone", u"soft")

        self.listing_head.addWidget(self.count)

        self.head_room = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.listing_head.addItem(self.head_room)

        self.year = QComboBox(self.listing)
        self.year.setObjectName(u"year")
        self.year.setMinimumSize(QSize(110, 0))

        self.listing_head.addWidget(self.year)

        self.search = QLineEdit(self.listing)
        self.search.setObjectName(u"search")
        self.search.setMinimumSize(QSize(130, 0))
        self.search.setMaximumSize(QSize(260, 16777215))
        self.search.setClearButtonEnabled(True)

        self.listing_head.addWidget(self.search)


        self.listing_column.addLayout(self.listing_head)

        self.middle = QStackedWidget(self.listing)
        self.middle.setObjectName(u"middle")
        self.nothing = QFrame()
        self.nothing.setObjectName(u"nothing")
        self.nothing.setProperty(u"box", u"true")
        self.nothing_column = QVBoxLayout(self.nothing)
        self.nothing_column.setSpacing(12)
        self.nothing_column.setObjectName(u"nothing_column")
        self.nothing_above = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.nothing_column.addItem(self.nothing_above)

        self.nothing_words = QLabel(self.nothing)
        self.nothing_words.setObjectName(u"nothing_words")
        self.nothing_words.setAlignment(Qt.AlignCenter)
        self.nothing_words.setWordWrap(True)
        self.nothing_words.setProperty(u"use", u"reading")

        self.nothing_column.addWidget(self.nothing_words, 0, Qt.AlignHCenter)

        self.clear = QPushButton(self.nothing)
        self.clear.setObjectName(u"clear")

        self.nothing_column.addWidget(self.clear, 0, Qt.AlignHCenter)

        self.nothing_below = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.nothing_column.addItem(self.nothing_below)

        self.middle.addWidget(self.nothing)

        self.listing_column.addWidget(self.middle)

        self.details = QFrame(self.listing)
        self.details.setObjectName(u"details")
        self.details.setProperty(u"box", u"true")
        self.details_column = QVBoxLayout(self.details)
        self.details_column.setSpacing(6)
        self.details_column.setObjectName(u"details_column")
        self.details_column.setContentsMargins(12, 8, 12, 8)
        self.details_head = QHBoxLayout()
        self.details_head.setSpacing(8)
        self.details_head.setObjectName(u"details_head")
        self.details_name = QLabel(self.details)
        self.details_name.setObjectName(u"details_name")
        self.details_name.setProperty(u"use", u"panel")

        self.details_head.addWidget(self.details_name)

        self.details_place = QLabel(self.details)
        self.details_place.setObjectName(u"details_place")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.details_place.sizePolicy().hasHeightForWidth())
        self.details_place.setSizePolicy(sizePolicy)
        self.details_place.setProperty(u"tone", u"soft")

        self.details_head.addWidget(self.details_place)


        self.details_column.addLayout(self.details_head)


        self.listing_column.addWidget(self.details)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.go_on = QPushButton(self.listing)
        self.go_on.setObjectName(u"go_on")
        self.go_on.setProperty(u"primary", True)

        self.buttons.addWidget(self.go_on)

        self.next_year = QPushButton(self.listing)
        self.next_year.setObjectName(u"next_year")

        self.buttons.addWidget(self.next_year)

        self.duplicate = QPushButton(self.listing)
        self.duplicate.setObjectName(u"duplicate")

        self.buttons.addWidget(self.duplicate)

        self.save_copy = QPushButton(self.listing)
        self.save_copy.setObjectName(u"save_copy")

        self.buttons.addWidget(self.save_copy)

        self.more = QPushButton(self.listing)
        self.more.setObjectName(u"more")

        self.buttons.addWidget(self.more)

        self.buttons_room = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.buttons_room)

        self.to_bin = QPushButton(self.listing)
        self.to_bin.setObjectName(u"to_bin")

        self.buttons.addWidget(self.to_bin)


        self.listing_column.addLayout(self.buttons)

        self.pages.addWidget(self.listing)
        self.empty = QScrollArea()
        self.empty.setObjectName(u"empty")
        self.empty.setFocusPolicy(Qt.NoFocus)
        self.empty.setFrameShape(QFrame.NoFrame)
        self.empty.setWidgetResizable(True)
        self.empty_inside = QWidget()
        self.empty_inside.setObjectName(u"empty_inside")
        self.empty_middle = QGridLayout(self.empty_inside)
        self.empty_middle.setObjectName(u"empty_middle")
        self.empty_middle.setContentsMargins(40, 16, 40, 16)
        self.empty_holder = QWidget(self.empty_inside)
        self.empty_holder.setObjectName(u"empty_holder")
        self.empty_holder.setMaximumSize(QSize(780, 420))
        self.empty_column = QVBoxLayout(self.empty_holder)
        self.empty_column.setSpacing(0)
        self.empty_column.setObjectName(u"empty_column")
        self.empty_column.setContentsMargins(0, 0, 0, 0)
        self.empty_words = QLabel(self.empty_holder)
        self.empty_words.setObjectName(u"empty_words")
        self.empty_words.setWordWrap(True)
        self.empty_words.setProperty(u"use", u"page")

        self.empty_column.addWidget(self.empty_words)

        self.empty_ways = QGridLayout()
        self.empty_ways.setObjectName(u"empty_ways")
        self.empty_ways.setHorizontalSpacing(16)
        self.empty_ways.setVerticalSpacing(12)
        self.empty_ways.setContentsMargins(-1, 20, -1, 16)
        self.empty_from_file = QPushButton(self.empty_holder)
        self.empty_from_file.setObjectName(u"empty_from_file")
        self.empty_from_file.setMinimumSize(QSize(230, 0))
        self.empty_from_file.setMaximumSize(QSize(230, 16777215))
        self.empty_from_file.setProperty(u"primary", True)
        self.empty_from_file.setProperty(u"large", True)

        self.empty_ways.addWidget(self.empty_from_file, 0, 0, 1, 1)

        self.empty_from_file_words = QLabel(self.empty_holder)
        self.empty_from_file_words.setObjectName(u"empty_from_file_words")
        self.empty_from_file_words.setWordWrap(True)
        self.empty_from_file_words.setProperty(u"tone", u"soft")

        self.empty_ways.addWidget(self.empty_from_file_words, 0, 1, 1, 1)

        self.empty_blank = QPushButton(self.empty_holder)
        self.empty_blank.setObjectName(u"empty_blank")
        self.empty_blank.setMinimumSize(QSize(230, 0))
        self.empty_blank.setMaximumSize(QSize(230, 16777215))
        self.empty_blank.setProperty(u"large", True)

        self.empty_ways.addWidget(self.empty_blank, 1, 0, 1, 1)

        self.empty_blank_words = QLabel(self.empty_holder)
        self.empty_blank_words.setObjectName(u"empty_blank_words")
        self.empty_blank_words.setWordWrap(True)
        self.empty_blank_words.setProperty(u"tone", u"soft")

        self.empty_ways.addWidget(self.empty_blank_words, 1, 1, 1, 1)

        self.empty_open = QPushButton(self.empty_holder)
        self.empty_open.setObjectName(u"empty_open")
        self.empty_open.setMinimumSize(QSize(230, 0))
        self.empty_open.setMaximumSize(QSize(230, 16777215))
        self.empty_open.setProperty(u"large", True)

        self.empty_ways.addWidget(self.empty_open, 2, 0, 1, 1)

        self.empty_open_words = QLabel(self.empty_holder)
        self.empty_open_words.setObjectName(u"empty_open_words")
        self.empty_open_words.setWordWrap(True)
        self.empty_open_words.setProperty(u"tone", u"soft")

        self.empty_ways.addWidget(self.empty_open_words, 2, 1, 1, 1)


        self.empty_column.addLayout(self.empty_ways)

        self.empty_drop = QFrame(self.empty_holder)
        self.empty_drop.setObjectName(u"empty_drop")
        self.empty_drop.setMinimumSize(QSize(0, 88))
        self.empty_drop.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
        self.empty_drop.setProperty(u"drop", u"idle")
        self.empty_drop_column = QVBoxLayout(self.empty_drop)
        self.empty_drop_column.setObjectName(u"empty_drop_column")
        self.empty_drop_title = QLabel(self.empty_drop)
        self.empty_drop_title.setObjectName(u"empty_drop_title")
        self.empty_drop_title.setAlignment(Qt.AlignCenter)
        self.empty_drop_title.setWordWrap(True)
        self.empty_drop_title.setProperty(u"use", u"strong")

        self.empty_drop_column.addWidget(self.empty_drop_title)


        self.empty_column.addWidget(self.empty_drop)

        self.empty_foot = QHBoxLayout()
        self.empty_foot.setObjectName(u"empty_foot")
        self.empty_foot.setContentsMargins(-1, 12, -1, -1)
        self.empty_sample = QPushButton(self.empty_holder)
        self.empty_sample.setObjectName(u"empty_sample")
        self.empty_sample.setProperty(u"link", True)

        self.empty_foot.addWidget(self.empty_sample)

        self.empty_sample_words = QLabel(self.empty_holder)
        self.empty_sample_words.setObjectName(u"empty_sample_words")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        sizePolicy1.setHorizontalStretch(1)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.empty_sample_words.sizePolicy().hasHeightForWidth())
        self.empty_sample_words.setSizePolicy(sizePolicy1)
        self.empty_sample_words.setWordWrap(True)
        self.empty_sample_words.setProperty(u"tone", u"soft")

        self.empty_foot.addWidget(self.empty_sample_words)


        self.empty_column.addLayout(self.empty_foot)


        self.empty_middle.addWidget(self.empty_holder, 0, 0, 1, 1)

        self.empty.setWidget(self.empty_inside)
        self.pages.addWidget(self.empty)

        self.across.addWidget(self.pages)

        QWidget.setTabOrder(self.from_file, self.blank)
        QWidget.setTabOrder(self.blank, self.open)
        QWidget.setTabOrder(self.open, self.sample)
        QWidget.setTabOrder(self.sample, self.restore)
        QWidget.setTabOrder(self.restore, self.bin)
        QWidget.setTabOrder(self.bin, self.year)
        QWidget.setTabOrder(self.year, self.search)
        QWidget.setTabOrder(self.search, self.clear)
        QWidget.setTabOrder(self.clear, self.go_on)
        QWidget.setTabOrder(self.go_on, self.next_year)
        QWidget.setTabOrder(self.next_year, self.duplicate)
        QWidget.setTabOrder(self.duplicate, self.save_copy)
        QWidget.setTabOrder(self.save_copy, self.more)
        QWidget.setTabOrder(self.more, self.to_bin)
        QWidget.setTabOrder(self.to_bin, self.empty_from_file)
        QWidget.setTabOrder(self.empty_from_file, self.empty_blank)
        QWidget.setTabOrder(self.empty_blank, self.empty_open)
        QWidget.setTabOrder(self.empty_open, self.empty_sample)

        self.retranslateUi(StartPage)

        self.pages.setCurrentIndex(0)


        QMetaObject.connectSlotsByName(StartPage)
    # setupUi

    def retranslateUi(self, StartPage: QWidget) -> None:
        self.title.setText(QCoreApplication.translate("StartPage", u"\u653f\u5e9c\u4fe1\u606f\u516c\u5f00\u5de5\u4f5c\u5e74\u5ea6\u62a5\u544a", None))
        self.subtitle.setText(QCoreApplication.translate("StartPage", u"\u586b\u5199\u3001\u6838\u5bf9\u3001\u5bfc\u51fa\uff0c\u90fd\u5728\u672c\u673a\u5b8c\u6210", None))
        self.from_file.setText(QCoreApplication.translate("StartPage", u"\u4ece\u4e0a\u5e74\u62a5\u544a\u5f00\u59cb\u2026", None))
        self.drop_title.setText(QCoreApplication.translate("StartPage", u"\u628a\u4e0a\u5e74\u7684\u62a5\u544a\u62d6\u5230\u8fd9\u91cc", None))
        self.drop_kinds.setText(QCoreApplication.translate("StartPage", u"Word\u3001WPS\u3001Excel\u3001\u7f51\u9875\u3001PDF", None))
        self.blank.setText(QCoreApplication.translate("StartPage", u"\u65b0\u5efa\u7a7a\u767d\u62a5\u544a\u2026", None))
        self.open.setText(QCoreApplication.translate("StartPage", u"\u6253\u5f00\u6587\u4ef6\u2026", None))
        self.sample.setText(QCoreApplication.translate("StartPage", u"\u7528\u793a\u4f8b\u62a5\u544a\u8bd5\u4e00\u8bd5", None))
        self.restore.setText(QCoreApplication.translate("StartPage", u"\u4ece .rdesk \u6587\u4ef6\u6062\u590d\u2026", None))
        self.bin.setText(QCoreApplication.translate("StartPage", u"\u56de\u6536\u7ad9", None))
        self.heading.setText(QCoreApplication.translate("StartPage", u"\u6211\u7684\u62a5\u544a", None))
#if QT_CONFIG(accessibility)
        self.year.setAccessibleName(QCoreApplication.translate("StartPage", u"\u6309\u5e74\u5ea6\u7b5b\u9009", None))
#endif // QT_CONFIG(accessibility)
        self.search.setPlaceholderText(QCoreApplication.translate("StartPage", u"\u67e5\u627e\u673a\u5173\u3001\u5e74\u5ea6\uff08Ctrl+F\uff09", None))
#if QT_CONFIG(accessibility)
        self.search.setAccessibleName(QCoreApplication.translate("StartPage", u"\u67e5\u627e\u62a5\u544a", None))
#endif // QT_CONFIG(accessibility)
        self.clear.setText(QCoreApplication.translate("StartPage", u"\u6e05\u9664\u6761\u4ef6", None))
        self.go_on.setText(QCoreApplication.translate("StartPage", u"\u7ee7\u7eed\u586b\u5199", None))
#if QT_CONFIG(tooltip)
        self.go_on.setToolTip(QCoreApplication.translate("StartPage", u"Enter", None))
#endif // QT_CONFIG(tooltip)
        self.next_year.setText(QCoreApplication.translate("StartPage", u"\u4ee5\u6b64\u65b0\u5efa\u4e0b\u4e00\u5e74\u2026", None))
        self.duplicate.setText(QCoreApplication.translate("StartPage", u"\u521b\u5efa\u526f\u672c", None))
        self.save_copy.setText(QCoreApplication.translate("StartPage", u"\u53e6\u5b58 .rdesk\u2026", None))
        self.more.setText(QCoreApplication.translate("StartPage", u"\u66f4\u591a \u25be", None))
#if QT_CONFIG(accessibility)
        self.more.setAccessibleName(QCoreApplication.translate("StartPage", u"\u66f4\u591a", None))
#endif // QT_CONFIG(accessibility)
        self.to_bin.setText(QCoreApplication.translate("StartPage", u"\u79fb\u5230\u56de\u6536\u7ad9", None))
#if QT_CONFIG(tooltip)
        self.to_bin.setToolTip(QCoreApplication.translate("StartPage", u"Delete", None))
#endif // QT_CONFIG(tooltip)
        self.empty_words.setText(QCoreApplication.translate("StartPage", u"\u8fd8\u6ca1\u6709\u62a5\u544a\u3002\u53ef\u4ee5\u4ece\u4e0a\u5e74\u7684\u6587\u4ef6\u5f00\u59cb\uff0c\u4e5f\u53ef\u4ee5\u65b0\u5efa\u4e00\u4efd\u3002", None))
        self.empty_from_file.setText(QCoreApplication.translate("StartPage", u"\u4ece\u4e0a\u5e74\u62a5\u544a\u5f00\u59cb\u2026", None))
        self.empty_from_file_words.setText(QCoreApplication.translate("StartPage", u"\u6cbf\u7528\u4e0a\u5e74\u7684\u6587\u5b57\u548c\u673a\u5173\u4fe1\u606f\uff0c\u7ed3\u8f6c\u4e0a\u5e74\u7684\u6570\u5b57\u3002Word\u3001WPS\u3001Excel\u3001\u7f51\u9875\u3001PDF \u90fd\u53ef\u4ee5\u3002", None))
        self.empty_blank.setText(QCoreApplication.translate("StartPage", u"\u65b0\u5efa\u7a7a\u767d\u62a5\u544a\u2026", None))
        self.empty_blank_words.setText(QCoreApplication.translate("StartPage", u"\u624b\u8fb9\u6ca1\u6709\u4e0a\u5e74\u7684\u6587\u4ef6\u65f6\u7528\u3002\u9009\u597d\u5e74\u5ea6\uff0c\u518d\u9010\u8282\u586b\u5199\u3002", None))
        self.empty_open.setText(QCoreApplication.translate("StartPage", u"\u6253\u5f00\u6587\u4ef6\u2026", None))
        self.empty_open_words.setText(QCoreApplication.translate("StartPage", u"\u63a5\u7740\u586b\u4ee5\u524d\u53e6\u5b58\u7684 .rdesk \u526f\u672c\uff0c\u6216\u6838\u5bf9\u4e00\u4efd\u5df2\u7ecf\u5199\u597d\u7684\u62a5\u544a\u3002", None))
        self.empty_drop_title.setText(QCoreApplication.translate("StartPage", u"\u4e5f\u53ef\u4ee5\u628a\u4e0a\u5e74\u7684\u62a5\u544a\u62d6\u5230\u8fd9\u91cc", None))
        self.empty_sample.setText(QCoreApplication.translate("StartPage", u"\u7528\u793a\u4f8b\u62a5\u544a\u8bd5\u4e00\u8bd5", None))
        self.empty_sample_words.setText(QCoreApplication.translate("StartPage", u"\u91cc\u9762\u662f\u7f16\u51fa\u6765\u7684\u6570\u5b57\uff0c\u53ef\u4ee5\u968f\u610f\u8bd5\uff0c\u4e0d\u4f1a\u5f71\u54cd\u81ea\u5df1\u7684\u62a5\u544a\u3002", None))
        pass
    # retranslateUi
