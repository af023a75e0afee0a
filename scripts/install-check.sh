#!/usr/bin/env bash
# Runs the commands of the installation pages, in order and unchanged: docs/install.md and docs/backup.md on an empty
# PostgreSQL and nginx, and docs/install-solo.md and docs/backup.md on SQLite and Caddy.
#
#   scripts/install-check.sh                  # the package that scripts/package.sh made
#   KEEP=1 scripts/install-check.sh solo      # one of the two, and its files stay
#
# The machine is not changed: paths such as /etc/omringd are in a temporary directory (listed in `page.py`), ports are free ones,
# and scripts/install-check/bin replaces sudo, systemctl and apt-get. Debian's packages of PostgreSQL, nginx and Caddy are installed
# if missing.
set -euo pipefail
cd "$(dirname "$0")/.."
here=$PWD/scripts/install-check

if [ "$(id -u)" -ne 0 ]; then exec sudo --preserve-env=KEEP "$0" "$@"; fi

. scripts/lib.sh
install_missing postgresql nginx-light caddy sqlite3 curl jq oathtool openssl python3
shopt -s nullglob
packages=(target/package/omringd_*.deb)
[ ${#packages[@]} -eq 1 ] || { echo "There must be one package in target/package: run scripts/package.sh"; exit 1; }

ROOT=$(mktemp -d -t omringd-install-XXXXXX)
export ROOT
chmod 755 "$ROOT"
finish() {
    local code=$?
    systemctl stop omringd nginx caddy 2>/dev/null || true
    if [ -f "$ROOT/cluster/postmaster.pid" ]; then as_postgres "$bin/pg_ctl" -s -D "$ROOT/cluster" -m immediate stop || true; fi
    if [ $code -ne 0 ]; then tail -n 20 "$ROOT"/logs/{pages,omringd,nginx,caddy} 2>/dev/null || true; fi
    if [ -n "${KEEP:-}" ]; then echo "Kept: $ROOT"; else rm -rf "$ROOT"; fi
    exit $code
}
trap finish EXIT
bin=$(postgres_programs)
export PATH="$here/bin:$bin:/usr/sbin:$PATH"

# Creates a directory with the files of a new machine.
new_machine() {
    systemctl stop omringd nginx caddy
    rm -rf "${ROOT:?}"/*
    mkdir -p "$ROOT"/{logs,etc/nginx/sites-available,etc/nginx/sites-enabled,etc/cron.d,etc/caddy,var/lib,var/log/nginx,var/backups,run,usr/local/bin}
    chmod 755 "$ROOT"/{etc,var,var/lib,var/backups}
    for name in http https service metrics pg; do export "PORT_$name=$(free_port)"; done
    certificate "$ROOT/etc/letsencrypt/live/omringd.example.nl" omringd.example.nl
    # Debian's configuration, with its includes.
    cp /etc/nginx/mime.types "$ROOT/etc/nginx/"
    "$here/page.py" rewrite </etc/nginx/nginx.conf >"$ROOT/etc/nginx/nginx.conf"
}

# Creates a certificate of the test's own authority, with certbot's names for chain and key.
certificate() {
    local curve=(-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes)
    mkdir -p "$1"
    [ -f "$ROOT/authority.pem" ] || openssl req -x509 "${curve[@]}" -days 2 -subj "/CN=The test's authority" \
        -keyout "$ROOT/authority.key" -out "$ROOT/authority.pem" 2>/dev/null
    openssl req "${curve[@]}" -subj "/CN=$2" -keyout "$1/privkey.pem" -out "$1/request.pem" 2>/dev/null
    openssl x509 -req -in "$1/request.pem" -days 2 -CA "$ROOT/authority.pem" -CAkey "$ROOT/authority.key" -CAcreateserial \
        -extfile <(echo "subjectAltName=DNS:$2") -out "$1/fullchain.pem" 2>/dev/null
}

empty_postgresql() {
    certificate "$ROOT/pg-certificate" localhost
    mkdir -p "$ROOT/etc/omringd" "$ROOT/cluster"
    chmod 755 "$ROOT/etc/omringd"
    cp "$ROOT/authority.pem" "$ROOT/etc/omringd/postgresql-ca.pem"
    chown -R postgres "$ROOT/cluster" "$ROOT/pg-certificate"
    as_postgres "$bin/initdb" -D "$ROOT/cluster" --auth-local=trust --auth-host=scram-sha-256 --encoding=UTF8 --locale=C -U postgres >"$ROOT/logs/initdb"
    # Unencrypted connections are refused.
    as_postgres sed -i 's/^host /hostssl /' "$ROOT/cluster/pg_hba.conf"
    as_postgres tee -a "$ROOT/cluster/postgresql.conf" >/dev/null <<CONF
listen_addresses = 'localhost'
port = $PORT_pg
unix_socket_directories = '$ROOT/cluster'
ssl = on
ssl_cert_file = '$ROOT/pg-certificate/fullchain.pem'
ssl_key_file = '$ROOT/pg-certificate/privkey.pem'
CONF
    as_postgres "$bin/pg_ctl" -s -w -D "$ROOT/cluster" -l "$ROOT/cluster/log" start
    export PGPORT=$PORT_pg
}

# curl resolves the name of the pages to this machine, and trusts the issuer of the certificate.
trusting() {
    export CURL_HOME=$ROOT
    printf '%s\n' "cacert = \"$1\"" "connect-to = \"omringd.example.nl:443:127.0.0.1:$PORT_https\"" >"$ROOT/.curlrc"
}

# Runs pages in one shell, and compares the output of their commands with the pages. Each password prompt receives this password.
run_pages() {
    local password='zeven groene ganzen langs de vaart'
    "$here/page.py" script "$@" >"$ROOT/script"
    printf '%s\n' "$password" "$password" "$password" >"$ROOT/passwords"
    timeout 300 bash "$ROOT/script" <"$ROOT/passwords" >"$ROOT/logs/pages" 2>&1 || { cat "$ROOT/logs/pages"; return 1; }
    "$here/page.py" compare "$@"
}

on_postgresql() {
    new_machine
    empty_postgresql
    trusting "$ROOT/authority.pem"
    run_pages docs/install.md 'docs/backup.md#on-postgresql' "$here/after-postgresql.md"
    as_postgres "$bin/pg_ctl" -s -D "$ROOT/cluster" -m fast stop
    echo "docs/install.md and docs/backup.md on PostgreSQL work as they stand there"
}

on_sqlite() {
    new_machine
    trusting "$ROOT/caddy/caddy/pki/authorities/local/root.crt"
    run_pages docs/install-solo.md 'docs/backup.md#on-sqlite'
    echo "docs/install-solo.md and docs/backup.md on SQLite work as they stand there"
}

case "${1:-all}" in
    postgresql) on_postgresql ;;
    solo) on_sqlite ;;
    all) on_postgresql; on_sqlite ;;
    *) echo "postgresql, solo or all"; exit 1 ;;
esac
