#!/bin/sh
# Qt 6 has no plugin of its own for fcitx, whose own is for the Qt of the system; fcitx 5 answers
# to ibus' protocol as well, for which Qt has one.
case "$QT_IM_MODULE" in
    fcitx | fcitx5) export QT_IM_MODULE=ibus ;;
esac
exec /opt/reportdesk/reportdesk "$@"
