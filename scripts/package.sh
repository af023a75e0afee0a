#!/usr/bin/env bash
# Builds the Debian package of the finished program in target/package, and checks it.
#
#   scripts/package.sh              # BINARY, or target/release/omringd
#   scripts/package.sh --install    # installs and purges it as well, in a new Debian made by debootstrap; as root
#   scripts/package.sh --sbom       # with a list of everything in it beside it (CycloneDX), for a release
#
# cargo-deb, and cargo-sbom for the list, are installed if missing.
set -euo pipefail
cd "$(dirname "$0")/.."
fail() { echo "$*"; exit 1; }

. scripts/lib.sh
cargo_tool cargo-deb 3.8.0
if ! { command -v dpkg-shlibdeps && command -v lintian && command -v systemd-analyze; } >/dev/null; then
    install_missing dpkg-dev lintian systemd
fi

version=$(cargo pkgid -p api | sed 's/.*[#@]//')
place=target/package
rm -rf "$place"
mkdir -p "$place/bin" "$place/doc"
install "${BINARY:-target/release/omringd}" "$place/bin/omringd"
strip "$place/bin/omringd"
cp CHANGELOG.md SECURITY.md "$place/doc/"
printf 'omringd (%s-1) unstable; urgency=medium\n\n  * See /usr/share/doc/omringd/CHANGELOG.md.\n\n -- %s  %s\n' "$version" \
    "$(sed -n 's/^maintainer = "\(.*\)"/\1/p' api/Cargo.toml)" "$(git log -1 --format=%aD)" >"$place/changelog"
cargo deb -q -p api --no-build --no-strip --no-dbgsym --fast -o "$place/"
package=$(echo "$place"/omringd_"$version"-*.deb)

# Checks the files of the package and their modes.
dpkg-deb -c "$package" | awk '{print $1, $6}' >"$place/contents"
for line in '-rwxr-xr-x ./usr/bin/omringd' '-rw-r----- ./etc/omringd/omringd.toml' '-rw-r--r-- ./usr/lib/systemd/system/omringd.service' \
    '-rw-r--r-- ./usr/lib/sysusers.d/omringd.conf' '-rw-r--r-- ./usr/share/doc/omringd/THIRD-PARTY-NOTICES' \
    '-rw-r--r-- ./usr/share/doc/omringd/install.md' '-rw-r--r-- ./usr/share/doc/omringd/copyright' \
    '-rw-r--r-- ./usr/share/doc/omringd/monitoring/alerts.yml'; do
    grep -qxF -- "$line" "$place/contents" || fail "not in the package: $line"
done
dpkg-deb -I "$package" conffiles | grep -qxF /etc/omringd/omringd.toml || fail "the settings are no conffile"
# Mode 0640 is intended, and these are not official Debian packages.
lintian --allow-root --fail-on error,warning --suppress-tags \
    no-manual-page,non-standard-file-perm,initial-upload-closes-no-bugs,wrong-name-for-upstream-changelog "$package"

root=$(mktemp -d -t omringd-package-XXXXXX)
chmod 755 "$root"
finish() { rm -rf --one-file-system "$root"; }
trap finish EXIT
dpkg-deb -x "$package" "$root"
[ "$("$root/usr/bin/omringd" --version)" = "omringd $version" ] || fail "the program does not run"
# The package's settings are valid unchanged.
XDG_DATA_HOME=$root OMRINGD_DATABASE_URL=sqlite://$root/omringd.db "$root/usr/bin/omringd" --config "$root/etc/omringd/omringd.toml" migrate

# Checks the unit, with the program at its installed path.
unit=$root/usr/lib/systemd/system/omringd.service
sed -i "s#/usr/bin/omringd#$root/usr/bin/omringd#" "$unit"
problems=$(systemd-analyze verify --man=no "$unit" 2>&1 | grep -F omringd.service || true)
[ -z "$problems" ] || fail "$problems"
# Exposure in tenths; 10 means no protection.
systemd-analyze security --offline=true --no-pager --threshold=20 "$unit" | tail -n 1

in_a_new_debian() {
    . scripts/lib.sh
    install_missing debootstrap
    rm -rf "${root:?}"/*
    debootstrap --variant=minbase --include=systemd bookworm "$root" >"$place/debootstrap.log" || { tail "$place/debootstrap.log"; return 1; }
    cp "$package" "$root/omringd.deb"
    local run=(chroot "$root" env DEBIAN_FRONTEND=noninteractive PATH=/usr/sbin:/usr/bin:/sbin:/bin)
    "${run[@]}" dpkg -i /omringd.deb
    [ "$("${run[@]}" stat -c '%U:%G %a' /etc/omringd/omringd.toml)" = 'root:omringd 640' ] || fail "the settings have other rights"
    [ "$("${run[@]}" stat -c '%U:%G %a' /var/lib/omringd)" = 'omringd:omringd 700' ] || fail "the data has other rights"
    "${run[@]}" setpriv --reuid=omringd --regid=omringd --clear-groups omringd --config /etc/omringd/omringd.toml migrate
    [ "$("${run[@]}" stat -c '%U %a' /var/lib/omringd/omringd.db)" = 'omringd 600' ] || fail "others can read the database"
    # Reinstalling keeps changed settings.
    echo 'workers = 1' >>"$root/etc/omringd/omringd.toml"
    "${run[@]}" dpkg -i --force-confdef --force-confold /omringd.deb
    tail -n 1 "$root/etc/omringd/omringd.toml" | grep -qx 'workers = 1' || fail "an upgrade lost the settings"
    "${run[@]}" dpkg --purge omringd
    [ ! -e "$root/etc/omringd/omringd.toml" ] && [ -e "$root/var/lib/omringd/omringd.db" ] || fail "a purge removes the settings and keeps the data"
}
case "${1:-}" in
    --install) in_a_new_debian ;;
    --sbom)
        cargo_tool cargo-sbom 0.10.0
        cargo sbom --cargo-package api --output-format cyclone_dx_json_1_6 >"${package%.deb}.cdx.json"
        ;;
    "") ;;
    *) fail "--install or --sbom" ;;
esac
ls -l "$package" | awk '{print $5, $9}'
