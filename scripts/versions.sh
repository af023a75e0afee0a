#!/usr/bin/env bash
# Checks that every file that names the version of Rust agrees with rust-toolchain.toml.
set -euo pipefail
cd "$(dirname "$0")/.."

version=$(sed -n 's/^channel = "\(.*\)"$/\1/p' rust-toolchain.toml)
minor=${version%.*}
failed=0
# names PATTERN FILE…: checks that each file has a line that matches this pattern.
names() {
    for file in "${@:2}"; do
        grep -qE "$1" "$file" || { echo "$file does not name Rust $version, as rust-toolchain.toml does"; failed=1; }
    done
}
names "^rust-version = \"$minor\"$" Cargo.toml
names "^FROM (docker.io/library/)?rust:$minor(\.[0-9]+)?-" Dockerfile
names "container: rust:$version-" .github/workflows/*.yml
rustc --version | grep -qF "rustc $version " ||
    { echo "$(rustc --version) runs, and rust-toolchain.toml asks for $version: install it with rustup"; failed=1; }
exit "$failed"
