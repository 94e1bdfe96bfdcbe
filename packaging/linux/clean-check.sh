#!/usr/bin/env bash
# Installs the .deb in a Debian that has nothing else in it, starts it there on a screen of its
# own, and takes it away again:
#
#     packaging/linux/clean-check.sh PACKAGE.deb WORK [SUITE [MIRROR]]
#
# As root, with debootstrap, Xvfb, openbox and ImageMagick. WORK keeps the picture and the self-test; the Debian in
# it is thrown away. SUITE (bookworm) may be an older or newer Debian that the program should run on.
set -euo pipefail

package=$(realpath "${1:?usage: clean-check.sh PACKAGE.deb WORK [SUITE [MIRROR]]}")
work=$(realpath -m "${2:?usage: clean-check.sh PACKAGE.deb WORK [SUITE [MIRROR]]}")
suite=${3:-bookworm}
mirror=${4:-}
root=$work/$suite
mkdir -p "$work"

inside() { # ended with all its children: nothing may hold the root
    chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive DISPLAY="${DISPLAY:-}" "$@"
}
end() {
    for process in /proc/[0-9]*; do
        if [ "$(readlink "$process/root" || true)" = "$root" ]; then kill "${process#/proc/}"; fi
    done
    sleep 1
    if mountpoint -q "$root/proc"; then umount "$root/proc"; fi
    [ -z "${desktop:-}" ] || kill "$desktop" "$screen" 2>/dev/null || true
    rm -rf "$root"
}
trap end EXIT

debootstrap --variant=minbase "$suite" "$root" ${mirror:+"$mirror"} >"$work/debootstrap.log"
mount -t proc proc "$root/proc"
cp "$package" "$root/package.deb"
inside apt-get -qq update
inside apt-get -qq install -y --no-install-recommends /package.deb fonts-wqy-microhei >"$work/apt.log"
inside useradd -m -d /srv/clerk clerk

for number in $(seq 60 99); do
    [ -e "/tmp/.X11-unix/X$number" ] || break
done
export DISPLAY=:$number
# The abstract socket is the same inside and outside.
Xvfb "$DISPLAY" -screen 0 1366x768x24 -nolisten tcp -ac >"$work/xvfb.log" 2>&1 &
screen=$!
sleep 1
openbox >"$work/openbox.log" 2>&1 &
desktop=$!

inside runuser -u clerk -- env HOME=/srv/clerk reportdesk --self-test /srv/clerk/self-test.json
cp "$root/srv/clerk/self-test.json" "$work/"
inside runuser -u clerk -- env HOME=/srv/clerk reportdesk >"$work/program.log" 2>&1 &
sleep 6
import -window root "$work/started-$suite.png"
inside test -f /srv/clerk/.local/share/reportdesk/running.lock
inside grep -q rdesk /usr/share/mime/globs2
inside apt-get -qq remove -y reportdesk >>"$work/apt.log" 2>&1
inside test ! -e /opt/reportdesk
inside test -f /srv/clerk/.local/share/reportdesk/drafts.sqlite3
echo "clean-check: installed, tried, started and removed on $suite; the data stayed"
