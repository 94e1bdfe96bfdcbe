#!/usr/bin/env bash
# Makes the package for older systems, such as Kylin V10 (glibc 2.31):
#
#     packaging/linux/older.sh OUT WORK [MIRROR]
#
# What the everyday package is made of asks for glibc 2.34 or newer. This one is made inside
# a Debian 11, whose glibc is 2.31: Python and SQLite are compiled there from Debian 12's sources,
# and of Qt the last version is taken that was built for glibc 2.28. The tests are run with that
# Qt before it is packed. As root, with debootstrap; it takes some ten minutes. WORK keeps what was
# compiled for the next time. pip and apt inside are set up as outside.
set -euo pipefail

out=$(realpath -m "${1:?usage: older.sh OUT WORK [MIRROR]}")
work=$(realpath -m "${2:?usage: older.sh OUT WORK [MIRROR]}")
mirror=${3:-$(awk '/^URIs:.*debian\/?$/ { print $2; exit }' /etc/apt/sources.list.d/*.sources)}
top=$(cd "$(dirname "$0")/../.." && pwd)
qt=6.9.3
root=$work/bullseye
python=/opt/python/bin/python3
export LC_ALL=C.UTF-8

inside() {
    chroot "$root" env -i PATH=/opt/python/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive HOME=/root "$@"
}
end() {
    for folder in "$root/source" "$root/proc"; do
        if mountpoint -q "$folder"; then umount "$folder"; fi
    done
}
trap end EXIT
mkdir -p "$work" "$out"

if [ ! -x "$root$python" ]; then
    rm -rf "$root"
    debootstrap --variant=minbase --include=build-essential,ca-certificates,pkg-config,dpkg-dev,file,tcl,xz-utils,zlib1g-dev,libbz2-dev,liblzma-dev,libffi-dev,libssl-dev,uuid-dev,binutils \
        bullseye "$root" "$mirror" >"$work/debootstrap.log"
    printf 'deb %s bullseye main\ndeb-src %s bookworm main\n' "$mirror" "$mirror" \
        >"$root/etc/apt/sources.list"
    inside apt-get -qq update
    # shellcheck disable=SC2016
    inside sh -euc '
        mkdir -p /build && cd /build
        apt-get -qq source --download-only sqlite3 python3.11
        for name in sqlite3 python3.11; do
            mkdir -p $name
            tar -C $name --strip-components 1 -xf ${name}_*.orig.tar.*
        done
        cd /build/sqlite3
        CFLAGS="-O2 -DSQLITE_ENABLE_COLUMN_METADATA" ./configure -q --prefix=/opt/python \
            --disable-static --disable-tcl --disable-readline
        make -s -j2
        make -s install
        cd /build/python3.11
        ./configure -q --enable-shared --prefix=/opt/python \
            CPPFLAGS=-I/opt/python/include LDFLAGS="-L/opt/python/lib -Wl,-rpath,/opt/python/lib"
        make -s -j2
        make -s install
    ' >"$work/compiled.log" 2>&1
fi
inside $python -c 'import bz2, ctypes, lzma, sqlite3, ssl, uuid, zlib
assert sqlite3.sqlite_version_info >= (3, 37), sqlite3.sqlite_version'

# What the program needs, Qt in its older version; without hashes for Qt alone.
for file in /etc/pip.conf "$HOME/.config/pip/pip.conf"; do
    [ -f "$file" ] || continue
    install -D "$file" "$root${file/#$HOME//root}"
    certificate=$(sed -n 's/^cert *= *//p' "$file")
    if [ -f "$certificate" ]; then install -D "$certificate" "$root$certificate"; fi
done
mkdir -p "$root/source"
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
rm -rf "$work/tree"
mkdir "$work/tree"
(cd "$top" && git ls-files -co --exclude-standard -z | tar --null -T - -c --ignore-failed-read) |
    tar -C "$work/tree" -x
mount --bind "$work/tree" "$root/source"
sed '/^pyside6-essentials\|^shiboken6/,/[^\\]$/d' "$top/packaging/requirements-dev.txt" \
    >"$root/build/requirements.txt"
inside sh -euc "
    cd /source
    $python -m pip install -q --require-hashes --no-deps -r /build/requirements.txt
    $python -m pip install -q --no-deps PySide6-Essentials==$qt shiboken6==$qt
    $python -m pip install -q --require-hashes --no-deps -r packaging/requirements-build.txt
    $python -m pip install -q --no-deps --no-build-isolation -e .
"
inside apt-get -qq install --no-install-recommends -y libglib2.0-0 libegl1 libgl1 libx11-6 \
    libx11-xcb1 libdbus-1-3 libfontconfig1 libfreetype6 libxkbcommon0 libxkbcommon-x11-0 \
    libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render0 \
    libxcb-render-util0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-util1 libxcb-xfixes0 \
    libxcb-xkb1 fonts-wqy-microhei >>"$work/compiled.log" 2>&1
inside sh -euc "
    cd /source
    QT_QPA_PLATFORM=offscreen $python -m pytest -q -x tests/journeys tests/gui/grid tests/store
    $python packaging/freeze.py --out /build/package
    $python packaging/pack.py linux /build/package/reportdesk /build/out
    QT_QPA_PLATFORM=offscreen /build/package/reportdesk/reportdesk --self-test /build/self-test.json
"
for file in "$root"/build/out/reportdesk*; do
    name=$(basename "$file")
    cp "$file" "$out/${name/reportdesk/reportdesk-older}"
done
echo "older.sh: made for the glibc of Debian 11 in $out"
