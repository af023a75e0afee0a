#!/usr/bin/env bash
# Makes sure that the base images of the Dockerfile are there: the genuine ones, or made of Debian's packages where no registry can be reached.
#
#   scripts/image/bases.sh distroless rust
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d -t omringd-bases-XXXXXX)
trap 'rm -rf "$work"' EXIT

base() { sed -n "s/^FROM \([^ ]*$1[^ ]*\).*/\1/p" Dockerfile; }

# Commits a folder as an image. Buildah's other words are its configuration.
commit() {
    local container
    container=$(buildah from scratch)
    buildah copy -q "$container" "$work/$2" / >/dev/null
    buildah config "${@:3}" "$container"
    buildah commit -q --format docker "$container" "$1" >/dev/null
    buildah rm "$container" >/dev/null
}

# The C library, certificates and a user without rights; no shell.
distroless() {
    local root=$work/distroless
    mkdir -p "$root"/{etc,home/nonroot,tmp,var/lib,etc/ssl/certs}
    (cd "$work" && apt-get -o APT::Sandbox::User=root download -q libc6 libgcc-s1 libstdc++6 >/dev/null)
    for package in "$work"/*.deb; do dpkg-deb -x "$package" "$root"; done
    cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
    printf 'root:x:0:0:root:/root:/sbin/nologin\nnonroot:x:65532:65532:nonroot:/home/nonroot:/sbin/nologin\n' >"$root/etc/passwd"
    printf 'root:x:0:\nnonroot:x:65532:\n' >"$root/etc/group"
    chown 65532:65532 "$root/home/nonroot"
    chmod 1777 "$root/tmp"
    commit "$1" distroless --user 65532 --workingdir /home/nonroot --env PATH=/usr/local/bin:/usr/bin:/bin
}

# Debian, with this machine's way to the registry of its packages.
bookworm-slim() {
    local root=$work/bookworm
    . scripts/lib.sh
    install_missing debootstrap
    debootstrap --variant=minbase --include=ca-certificates bookworm "$root" >"$work/debootstrap.log" ||
        { tail "$work/debootstrap.log"; return 1; }
    cp -R /etc/apt/sources.list* /etc/apt/apt.conf.d "$root/etc/apt/"
    cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
    commit "$1" bookworm --env PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin
}

# Debian with this machine's toolchain, and its ways to the registries of Debian's packages and crates.
rust() {
    local root=$work/rust
    . scripts/lib.sh
    install_missing debootstrap
    debootstrap --variant=minbase --include=ca-certificates bookworm "$root" >"$work/debootstrap.log" ||
        { tail "$work/debootstrap.log"; return 1; }
    cp -R /etc/apt/sources.list* /etc/apt/apt.conf.d "$root/etc/apt/"
    cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
    mkdir -p "$root/usr/local/cargo"
    cp -R "$(rustc --print sysroot)"/. "$root/usr/local/"
    find "${CARGO_HOME:-$HOME/.cargo}" -maxdepth 1 -name 'config*' -exec cp {} "$root/usr/local/cargo/" \;
    commit "$1" rust --env CARGO_HOME=/usr/local/cargo --env PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin
}

for kind in "$@"; do
    name=$(base "$kind")
    buildah inspect --type image "$name" >/dev/null 2>&1 && continue
    timeout 300 buildah pull -q "$name" >/dev/null 2>"$work/pull.log" && continue
    echo "No registry ($(tail -n 1 "$work/pull.log" | cut -c 1-120)): a stand-in for $name of Debian's packages"
    "$kind" "$name"
done
