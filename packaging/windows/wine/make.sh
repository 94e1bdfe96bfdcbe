#!/usr/bin/env bash
# Makes a Wine prefix with a 64-bit Windows Python in it, for trying the program on Windows' own
# interface on a Debian machine:
#
#     make.sh PREFIX
#
# PREFIX/winpy then runs that Python with whatever arguments it is given; it needs a DISPLAY for
# windows. What the program needs is installed from packaging/requirements-dev.txt, what builds it
# from packaging/requirements-build.txt into C:\build-tools. PYTHON=3.12 or 3.13 takes another
# version; STDLIB names the folder with the Python library of that very version where pyenv has
# none. As root, Debian's packages are installed too.
#
# The Windows Python: no program on the machine can unpack python.org's installer without running
# it, but the wheels of panda3d bring its DLLs as the Python Software Foundation signed them. What
# is written in Python is the same on every system, so it is taken from this one.
set -euo pipefail

prefix=$(realpath -m "${1:?usage: make.sh PREFIX}")
here=$(cd "$(dirname "$0")" && pwd)
packaging=$(cd "$here/../.." && pwd)
python=${PYTHON:-3.11}
case $python in
    3.11) exact=3.11.7 panda3d=1.10.14 ;;
    3.12) exact=3.12.1 panda3d=1.10.14 ;;
    3.13) exact=3.13.0 panda3d=1.10.15 ;;
    *) echo "make.sh: PYTHON is 3.11, 3.12 or 3.13" >&2; exit 2 ;;
esac
dll=python${python/./}
stdlib=${STDLIB:-$HOME/.pyenv/versions/$exact/lib/python$python}
if [ ! -f "$stdlib/os.py" ]; then
    echo "make.sh: no library of Python $exact in $stdlib; set STDLIB" >&2
    exit 2
fi

packages=(wine wine64 xvfb xauth openbox imagemagick xdotool xclip x11-utils locales nsis
    gcc-mingw-w64-x86-64-posix binutils-mingw-w64-x86-64 fonts-wqy-microhei)
if ! dpkg --status "${packages[@]}" >/dev/null 2>&1; then
    if [ "$(id -u)" != 0 ]; then
        echo "make.sh: to type: sudo apt-get install --no-install-recommends ${packages[*]}" >&2
        exit 2
    fi
    apt-get -qq update
    DEBIAN_FRONTEND=noninteractive apt-get -qq install --no-install-recommends "${packages[@]}"
fi
# With this locale Wine's code page is 936, as on a clerk's computer.
if ! locale -a | grep -qi '^zh_CN.utf-\?8$'; then
    localedef -i zh_CN -f UTF-8 zh_CN.UTF-8
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
compile=(x86_64-w64-mingw32-gcc -O2 -s)
exports() { # the names that a DLL exports
    x86_64-w64-mingw32-objdump -p "$1" |
        awk '/Name Pointer\] Table/ { on = 1; next } NF == 0 { on = 0 } on { print $NF }'
}
imports() { # the names that the DLLs $2… take from the DLL $1
    for file in "${@:2}"; do
        x86_64-w64-mingw32-objdump -p "$file" |
            awk -v dll="$1" '/DLL Name:/ { on = tolower($3) == dll; next }
                             NF == 0 { on = 0 } on && $1 ~ /^[0-9a-f]+$/ { print $NF }'
    done | sort -u
}
install_for_windows() { # requirements $2 into the folder $1
    # Asked from Linux, pip would leave out what is for Windows only.
    sed 's/ ; sys_platform == "win32"//' "$2" >"$work/requirements.txt"
    python3 -m pip --disable-pip-version-check install -q --no-deps --require-hashes \
        --root-user-action=ignore \
        --platform win_amd64 --implementation cp --python-version "$python" \
        --only-binary=:all: --target "$1" -r "$work/requirements.txt"
}

# The prefix: 64-bit, Windows 10, no Mono, no HTML, no window of a debugger.
export WINEPREFIX=$prefix WINEARCH=win64 WINEDEBUG=-all
export WINEDLLOVERRIDES='mscoree=;mshtml=;winedbg.exe=d'
# A standard stream of a Windows program must be a pipe, never a plain file: Wine 8 gives Python
# an invalid handle else.
wineboot -i </dev/null 2>&1 | cat >/dev/null
wine winecfg -v win10 </dev/null 2>&1 | cat >/dev/null
drive=$prefix/drive_c
py=$drive/py
rm -rf "$py" "$drive/build-tools"
mkdir -p "$py/DLLs"

# The interpreter.
python3 -m pip --disable-pip-version-check download -q --no-deps --only-binary=:all: \
    --platform win_amd64 --implementation cp --python-version "$python" \
    -d "$work" "panda3d==$panda3d"
(cd "$work" && python3 -m zipfile -e panda3d-*.whl panda3d)
cp "$work"/panda3d/deploy_libs/*.pyd "$work"/panda3d/deploy_libs/*.dll "$py/DLLs/"
# Of Windows itself; and a module whose call Wine 8 does not survive, without which Python knows
# another way.
rm -f "$py"/DLLs/api-ms-* "$py"/DLLs/*cp3??t-* "$py"/DLLs/_wmi.pyd
mv "$py/DLLs/$dll.dll" "$py"/DLLs/VCRUNTIME140*.dll "$py/"
mkdir -p "$py/Lib/site-packages"
tar -C "$stdlib" -c --exclude='./site-packages' --exclude='./lib-dynload' --exclude='./config-*' \
    --exclude='./idlelib' --exclude=test --exclude=tests --exclude=__pycache__ . |
    tar -C "$py/Lib" -x
"${compile[@]}" -municode "$here/python.c" "$py/$dll.dll" -o "$py/python.exe"
# python3.dll, which PySide6 is linked to, only names what lies in the other one.
{   echo 'LIBRARY python3.dll'
    echo EXPORTS
    exports "$py/$dll.dll" | awk -v dll="$dll" '/^_?Py/ { print $1 " = " dll "." $1 }'
} >"$work/python3.def"
"${compile[@]}" -shared -nostdlib -nostartfiles -Wl,-e,0 -o "$py/python3.dll" "$work/python3.def"

# What the program and its tests need, and what builds it.
install_for_windows "$py/Lib/site-packages" "$packaging/requirements-dev.txt"
install_for_windows "$drive/build-tools" "$packaging/requirements-build.txt"

# What Wine lacks.
imports icuuc.dll "$py"/Lib/site-packages/PySide6/Qt6*.dll | grep -vx ucnv_open |
    sed 's/.*/ABSENT(&)/' >"$work/exports.h"
"${compile[@]}" -shared -I "$work" "$here/icuuc.c" -o "$drive/windows/system32/icuuc.dll"
{   printf 'REGEDIT4\n\n[HKEY_CURRENT_USER\\Software\\Wine\\Fonts\\Replacements]\n'
    for font in 'Microsoft YaHei' 'Microsoft YaHei UI' SimSun NSimSun SimHei FangSong KaiTi \
        FangSong_GB2312 KaiTi_GB2312 'Segoe UI' 'MS Shell Dlg' 'MS Shell Dlg 2' Tahoma; do
        printf '"%s"="WenQuanYi Micro Hei"\n' "$font"
    done
} >"$drive/fonts.reg"
wine regedit /S 'C:\fonts.reg' </dev/null 2>&1 | cat >/dev/null

# Wine keeps Qt's variables from Windows programs: they travel under another name.
cat >"$py/Lib/site-packages/sitecustomize.py" <<'END'
import os

for name in [name for name in os.environ if name.startswith("TO_WINDOWS_")]:
    os.environ[name.removeprefix("TO_WINDOWS_")] = os.environ.pop(name)
END
cat >"$prefix/winpy" <<END
#!/usr/bin/env bash
# Runs the Windows Python, or the program that PROGRAM names, in this prefix.
set -o pipefail
export WINEPREFIX=\${WINEPREFIX:-'$prefix'} WINEARCH=win64 WINEDEBUG=\${WINEDEBUG:--all}
export WINEDLLOVERRIDES='$WINEDLLOVERRIDES' LC_ALL=zh_CN.UTF-8 PYTHONIOENCODING=utf-8
for name in \$(compgen -e QT_); do export "TO_WINDOWS_\$name=\${!name}"; done
# The server is started by itself: else the first program's pipe stays open with it.
if wineserver -p60 2>/dev/null; then wineboot </dev/null >/dev/null 2>&1; fi
wine "\${PROGRAM:-C:\\\\py\\\\python.exe}" "\$@" </dev/null 2>&1 | cat
END
chmod +x "$prefix/winpy"
# A server that was started without a DISPLAY never gets one.
wineserver -k || true
"$prefix/winpy" -c 'import ctypes, sqlite3, sys; print("Windows Python",
    sys.version.split()[0], "SQLite", sqlite3.sqlite_version,
    "code page", ctypes.windll.kernel32.GetACP())'
wineserver -k || true
