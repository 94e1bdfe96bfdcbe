#!/usr/bin/env bash
# Builds the program for Windows and tries it, on a Debian machine: Wine shows our code on Windows'
# own interface. It does not show Windows itself: an input method, printers, Word, virus scanners
# and long paths are tried by hand before a release.
#
#     packaging/windows/wine-check.sh [WORK [STEP…]]
#
# WORK (build/wine) keeps the prefix, the packages, the pictures and the logs. The steps, in order:
#   python      a Wine prefix with a Windows Python (wine/make.sh); kept from one call to the next
#   tests       the whole test suite on Qt's platform "windows"; TESTS_MINUTES (40) limits it
#   build       the program's folder, the installer, the zip
#   install     silently, for a new account of Windows whose name is in Chinese
#   selftest    reportdesk --self-test, started as by a double click
#   journey     last year's file to this year's Word file with real keys, with pictures
#   filetype    a report opened by its file
#   scaled      its window at 125 % and at 150 %, with pictures
#   update      refused while the program runs, done when it does not
#   pages       uninstalled and installed again by the installer's own pages, with pictures
#   uninstall   the program is gone, the reports are there
#   zip         unpacked by itself, in a folder with a Chinese name and a space
# It wants root, for the packages and for the account, and takes away the account that it made.
# Nothing of it is part of the everyday tests.
set -uo pipefail

here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
work=$(realpath -m "${1:-$top/build/wine}")
shift || true
steps=("${@:-python tests build install selftest journey filetype scaled update pages uninstall zip}")
read -ra steps <<<"${steps[*]}"
python=${PYTHON_HERE:-$top/.venv/bin/python}
[ -x "$python" ] || python=python3
clerk=李秀英
prefix=$work/prefix
tree=$work/tree
version=$(sed -n 's/^version = "\(.*\)"/\1/p' "$top/pyproject.toml")
setup=$work/out/reportdesk-$version-windows-x64-setup.exe
home=$work/clerk
local=$home/prefix/drive_c/users/$clerk/AppData/Local
installed=$local/Programs/reportdesk
program="C:\\users\\$clerk\\AppData\\Local\\Programs\\reportdesk\\reportdesk.exe"
failed=()
mkdir -p "$work"
export LC_ALL=zh_CN.UTF-8
export WINEDEBUG=-all WINEARCH=win64 WINEDLLOVERRIDES='mscoree=;mshtml=;winedbg.exe=d'

say() { printf '%s\n' "$*"; }
check() { # what, command…: told and counted
    if "${@:2}"; then say "  ok      $1"; else say "  FAILED  $1"; failed+=("$1"); fi
}
windows_path() { printf 'Z:%s' "${1//\//\\}"; }
see() { # a title: waits for the window and gives it the keys
    local window
    for _ in $(seq 300); do
        window=$(xdotool search --onlyvisible --name "$1" 2>/dev/null | head -1)
        if [ -n "$window" ]; then
            sleep 1
            xdotool windowactivate --sync "$window" 2>/dev/null
            return
        fi
        sleep 0.2
    done
    return 1
}
press() {
    for key in "$@"; do
        xdotool key --clearmodifiers "$key"
        sleep 0.3
    done
}
picture() {
    sleep 1
    mkdir -p "$work/pictures"
    import -window root "$work/pictures/$1.png"
}
as_clerk() { # in the account of the clerk, whose whole Windows is her own
    runuser -u "$clerk" -- env HOME="$home" USER="$clerk" LOGNAME="$clerk" DISPLAY="$DISPLAY" \
        WINEPREFIX="$home/prefix" "$@"
}
have_account() { # the clerk's; what is left of her from an earlier call is hers
    id "$clerk" >/dev/null 2>&1 && return
    useradd --badname --no-create-home --home-dir "$home" "$clerk" 2>/dev/null && made_account=1
    if [ -d "$home" ]; then chown -hR "$clerk:" "$home"; fi
}
begin_screen() {
    for number in $(seq 60 99); do
        [ -e "/tmp/.X11-unix/X$number" ] || break
    done
    export DISPLAY=:$number
    Xvfb "$DISPLAY" -screen 0 1366x768x24 -nolisten tcp -ac >"$work/xvfb.log" 2>&1 &
    screen=$!
    sleep 1
    openbox >"$work/openbox.log" 2>&1 &
    desktop=$!
}
end() {
    WINEPREFIX=$prefix wineserver -k 2>/dev/null
    if [ -d "$home/prefix" ] && id "$clerk" >/dev/null 2>&1; then
        as_clerk wineserver -k 2>/dev/null
    fi
    [ -n "${desktop:-}" ] && kill "$desktop" "$screen" 2>/dev/null
    [ -n "${made_account:-}" ] && userdel "$clerk" 2>/dev/null
}
trap end EXIT

step_python() {
    if [ -x "$prefix/winpy" ] &&
        [ -z "$(find "$here/wine" "$top"/packaging/requirements-*.txt -newer "$prefix/winpy")" ]; then
        say "  kept from before"
        return
    fi
    check "a Windows Python under Wine" "$here/wine/make.sh" "$prefix"
}

copy_tree() { # what is in the checkout now, without what others may change meanwhile
    rm -rf "$tree"
    mkdir -p "$tree"
    (cd "$top" && git ls-files -co --exclude-standard -z | tar --null -T - -c --ignore-failed-read) |
        tar -C "$tree" -x
    # The program asks its distribution for the version.
    rm -rf "$work/wheel"
    "$python" -m pip wheel -q --no-deps --no-build-isolation -w "$work/wheel" "$tree" &&
        unzip -qo "$work"/wheel/reportdesk-*.whl '*.dist-info/*' \
            -d "$prefix/drive_c/py/Lib/site-packages"
}

step_tests() {
    # What Qt says of Wine, which cannot scale frames; and what loads a library that Wine cannot, or
    # makes an environment, for which this Python is not whole enough.
    local said="EnableNonClientDpiScaling
DpiAwareness
QWindowsWindow::setGeometry"
    QT_QPA_PLATFORM=windows PYTHONPATH="$(windows_path "$tree")\\src" \
        timeout "${TESTS_MINUTES:-40}m" "$prefix/winpy" -m pytest -q -p no:cacheprovider \
        -o "qt_log_ignore=$said" --deselect tests/test_architecture.py::test_the_layers_hold \
        --deselect tests/test_dev.py::test_a_set_up_that_fails_says_so_and_leaves_no_stamp \
        --rootdir "$(windows_path "$tree")" --continue-on-collection-errors "$(windows_path "$tree")\\tests" >"$work/tests.log" 2>&1
    local status=$?
    say "  $(tail -1 "$work/tests.log")"
    [ $status = 124 ] && say "  stopped after ${TESTS_MINUTES:-40} minutes"
    check "the test suite on Windows' interface" [ $status = 0 ]
}

step_build() {
    rm -rf "$prefix/drive_c/package" "$work/out"
    (cd "$tree" && PYTHONPATH="C:\\build-tools;$(windows_path "$tree")\\src" "$prefix/winpy" \
        "$(windows_path "$tree")\\packaging\\freeze.py" --out 'C:\package') >"$work/build.log" 2>&1
    check "the program's folder" test -f "$prefix/drive_c/package/reportdesk/reportdesk.exe"
    "$python" "$tree/packaging/pack.py" windows "$prefix/drive_c/package/reportdesk" "$work/out" |
        tee "$work/sizes.txt"
    check "installer and zip, no larger than they may be" test "${PIPESTATUS[0]}" = 0
    check "no stand-in of Wine is in it" test -z "$(find "$prefix/drive_c/package" \
        -iname 'icuuc*' -o -iname 'mscms*')"
    check "the licences are in it" test -f "$prefix/drive_c/package/reportdesk/licences/LGPL-3.0.txt"
}

step_install() {
    rm -rf "$home"
    install -d -o "$clerk" "$home"
    as_clerk wineboot -i </dev/null 2>&1 | cat >/dev/null
    as_clerk wine winecfg -v win10 </dev/null 2>&1 | cat >/dev/null
    cp "$prefix/drive_c/windows/system32/icuuc.dll" "$home/prefix/drive_c/windows/system32/"
    cp "$prefix/drive_c/fonts.reg" "$home/prefix/drive_c/"
    as_clerk wine regedit /S 'C:\fonts.reg' </dev/null 2>&1 | cat >/dev/null
    install -o "$clerk" "$setup" "$home/prefix/drive_c/setup.exe"
    as_clerk wine 'C:\setup.exe' /S /DESKTOP </dev/null 2>&1 | cat
    check "installed without a word for $clerk" test -f "$installed/reportdesk.exe"
    check "an entry in the start menu" test -n "$(find "$home/prefix/drive_c/users" \
        -path '*Start Menu*' -name '政府信息公开年报.lnk')"
    check "a shortcut on the desktop" test -f \
        "$home/prefix/drive_c/users/$clerk/Desktop/政府信息公开年报.lnk"
    as_clerk wine reg query 'HKCU\Software\Classes\reportdesk.report\shell\open\command' /ve \
        </dev/null 2>&1 | cat >"$work/registry.txt"
    check ".rdesk opens with it" grep -q 'open "%1"' "$work/registry.txt"
}

step_selftest() {
    as_clerk wine start /wait "$program" --self-test 'C:\结果.json' </dev/null 2>&1 | cat
    cp "$home/prefix/drive_c/结果.json" "$work/selftest.json"
    check "the self-test passes" grep -q '^ "ok": true' "$work/selftest.json"
    check "Qt's platform is windows" grep -q '"platform": "windows"' "$work/selftest.json"
    check "the data folder has the account's own name" grep -q \
        "users.*$clerk.*Local.*reportdesk\"" "$work/selftest.json"
    check "the database is there" test -f "$local/reportdesk/drafts.sqlite3"
}

step_journey() {
    local c=$home/prefix/drive_c
    install -o "$clerk" "$top"/resources/samples/*.docx "$c/last.docx"
    rm -f "$c"/new.docx
    install -d -o "$clerk" "$c/out"
    rm -rf "$work/pictures"
    "$python" "$here/journey.py" 'C:\last.docx' 'C:\out\new.docx' "$work/pictures" \
        runuser -u "$clerk" -- env HOME="$home" USER="$clerk" LOGNAME="$clerk" \
        WINEPREFIX="$home/prefix" wine start /wait "$program" >"$work/journey.log" 2>&1
    check "the journey with real keys" test $? = 0
    check "the Word file is there" test -s "$c/out/new.docx"
    "$python" -m reportdesk read "$c/out/new.docx" >"$work/exported.txt" 2>&1
    check "and is read back as this year's report" grep -q 2026 "$work/exported.txt"
    check "nothing was logged as trouble" test -z "$(find "$local/reportdesk/logs" -name \
        'reportdesk-*.log')"
}

step_filetype() {
    local report="$home/prefix/drive_c/报告 副本.rdesk"
    "$python" -m reportdesk convert "$top"/resources/samples/*.docx -o "$work/report.rdesk" 2>/dev/null
    install -o "$clerk" "$work/report.rdesk" "$report"
    # Wine 8 looks for file types in the part of the registry that is for all accounts, where the
    # installer may not write; Windows looks in the account's own first.
    as_clerk wine reg add 'HKLM\Software\Classes\.rdesk' /ve /d reportdesk.report /f \
        </dev/null 2>&1 | cat >/dev/null
    as_clerk wine reg add 'HKLM\Software\Classes\reportdesk.report\shell\open\command' /ve \
        /d "\"$program\" open \"%1\"" /f </dev/null 2>&1 | cat >/dev/null
    as_clerk wine start 'C:\报告 副本.rdesk' </dev/null >/dev/null 2>&1 &
    check "a double click on a report opens it" see '2025年度'
    picture file-type
    press ctrl+q
    as_clerk timeout 60 wineserver -w
}

step_scaled() {
    for dots in 120 144 96; do # 125 %, 150 %, and 100 % again
        as_clerk wine reg add 'HKCU\Control Panel\Desktop' /v LogPixels /t REG_DWORD /d $dots /f \
            </dev/null 2>&1 | cat >/dev/null
        as_clerk timeout 60 wineserver -k -w
        [ $dots = 96 ] && continue
        as_clerk wine start "$program" </dev/null >/dev/null 2>&1 &
        check "a window at $dots dots an inch" see '政府信息公开年报'
        picture "scaled-$dots"
        press Return
        check "and the table in it" see '年度'
        press ctrl+4
        picture "scaled-$dots-table"
        press ctrl+q
        as_clerk timeout 60 wineserver -w
    done
}

step_update() {
    as_clerk wine start "$program" </dev/null >/dev/null 2>&1 &
    check "the program runs" see '政府信息公开年报'
    as_clerk wine 'C:\setup.exe' /S </dev/null >/dev/null 2>&1
    check "an update is refused while the program runs (3)" test $? = 3
    press ctrl+q
    as_clerk timeout 60 wineserver -w
    date >"$installed/_internal/left-over.txt"
    as_clerk wine 'C:\setup.exe' /S </dev/null >/dev/null 2>&1
    check "and done when it does not" test $? = 0
    check "nothing of the older version is left" test ! -e "$installed/_internal/left-over.txt"
    check "the reports are there" test -s "$local/reportdesk/drafts.sqlite3"
}

step_pages() {
    as_clerk wine "${program/reportdesk.exe/uninstall.exe}" </dev/null >/dev/null 2>&1 &
    check "the uninstaller asks" see '年报.*卸载'
    picture uninstall-1
    press Return
    sleep 8
    picture uninstall-2
    press Return
    sleep 2
    picture uninstall-3
    press Return
    as_clerk timeout 60 wineserver -w
    check "the program is gone by its pages" test ! -e "$installed/reportdesk.exe"
    as_clerk wine 'C:\setup.exe' </dev/null >/dev/null 2>&1 &
    check "the installer welcomes" see '年报.*安装'
    picture install-1
    press Return
    picture install-2
    press Return
    sleep 15
    picture install-3
    press Return
    check "installed by its pages, it opens" see '政府信息公开年报$'
    sleep 5
    picture install-4
    press ctrl+q
    as_clerk timeout 60 wineserver -w
}

step_uninstall() {
    as_clerk wine "${program/reportdesk.exe/uninstall.exe}" /S </dev/null 2>&1 | cat
    as_clerk timeout 60 wineserver -w
    check "the program is gone" test ! -e "$installed"
    check "the start menu's entry is gone" test -z "$(find "$home/prefix/drive_c/users" -path \
        '*Start Menu*' -name '政府信息公开年报.lnk')"
    check "the reports are there" test -s "$local/reportdesk/drafts.sqlite3"
}

step_zip() {
    local folder="$home/prefix/drive_c/年报 免安装" there='C:\年报 免安装'
    local here_programs="$folder/reportdesk-$version" programs="$there\\reportdesk-$version"
    rm -rf "$folder"
    install -d -o "$clerk" "$folder"
    install -o "$clerk" "$top"/resources/samples/*.docx "$folder/去年.docx"
    install -o "$clerk" "$work/out/reportdesk-$version-windows-x64.zip" "$folder/下载.zip"
    as_clerk unzip -q "$folder/下载.zip" -d "$folder"
    check "unpacked, with what to read first" test -s "$here_programs/请先看我.txt"
    date >"$work/unpacked"
    as_clerk wine start /wait "$programs\\reportdesk.exe" --data-dir "$there\\数据" \
        --self-test "$there\\结果.json" </dev/null 2>&1 | cat
    cp "$folder/结果.json" "$work/zip-selftest.json"
    check "its self-test passes" grep -q '^ "ok": true' "$work/zip-selftest.json"
    check "with the data where they were wanted" test -s "$folder/数据/drafts.sqlite3"
    as_clerk wine "$programs\\reportdesk-cli.exe" roll "$there\\去年.docx" \
        -o "$there\\今年 草稿.docx" --draft </dev/null 2>&1 | cat >"$work/zip.log"
    "$python" -m reportdesk read "$folder/今年 草稿.docx" >"$work/zip-exported.txt" 2>&1
    check "last year's report becomes this year's Word file" grep -q 2026 "$work/zip-exported.txt"
    # As by a double click: the reports of the installed program are there, since no program is
    # where its data are.
    as_clerk wine start "$programs\\reportdesk.exe" </dev/null >/dev/null 2>&1 &
    check "the window comes" see '政府信息公开年报'
    picture zip
    press ctrl+q
    as_clerk timeout 60 wineserver -w
    check "nothing is written beside the program" test -z \
        "$(find "$here_programs" -newer "$work/unpacked")"
}

begin_screen
for step in "${steps[@]}"; do
    begun=$SECONDS
    [ "$step" = tests ] || [ "$step" = build ] && [ -z "${copied:-}" ] && copy_tree && copied=1
    say "$step"
    [[ " python tests build " == *" $step "* ]] || have_account
    "step_$step"
    say "  ($((SECONDS - begun)) s)"
done
if [ ${#failed[@]} = 0 ]; then
    say "wine-check: passed"
else
    say "wine-check: ${#failed[@]} failed: $(printf '%s; ' "${failed[@]}")"
    exit 1
fi
