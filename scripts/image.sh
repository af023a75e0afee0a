#!/usr/bin/env bash
# Builds the image and runs it on SQLite and with PostgreSQL, as compose does, with a password of all kinds of characters.
#
#   scripts/image.sh            # with the finished program: BINARY, or target/release/omringd
#   scripts/image.sh --whole    # the program is built in the image, as the Dockerfile says; a quarter of an hour
#
# Buildah and Podman are installed if missing; both also work as root in a container. If no registry is reachable,
# base images built from Debian packages replace the real ones (scripts/image/bases.sh).
set -euo pipefail
cd "$(dirname "$0")/.."

if [ "$(id -u)" -ne 0 ]; then exec sudo --preserve-env=BINARY "$0" "$@"; fi
. scripts/lib.sh
install_missing buildah podman runc postgresql curl jq
export BUILDAH_ISOLATION=chroot STORAGE_DRIVER=vfs
image=localhost/omringd:check
work=$(mktemp -d -t omringd-image-XXXXXX)
chmod 755 "$work"
containers=()
finish() {
    local code=$?
    if [ $code -ne 0 ]; then for name in "${containers[@]}"; do podman logs --tail 20 "$name" 2>/dev/null || true; done; fi
    for name in "${containers[@]}"; do podman rm -f "$name" >/dev/null 2>&1 || true; done
    podman volume rm -f "$volume" >/dev/null 2>&1 || true
    if [ -f "$work/cluster/postmaster.pid" ]; then as_postgres "$bin/pg_ctl" -s -D "$work/cluster" -m immediate stop || true; fi
    rm -rf "$work"
    exit $code
}
volume=omringd-check-$$
trap finish EXIT
bin=$(postgres_programs)

build() {
    local finished=()
    if [ "${1:-}" = --whole ]; then
        ./scripts/image/bases.sh distroless bookworm-slim rust
    else
        ./scripts/image/bases.sh distroless bookworm-slim
        mkdir -p "$work/build/out/data"
        install "${BINARY:-target/release/omringd}" "$work/build/out/omringd"
        strip "$work/build/out/omringd"
        finished=(--build-context "build=$work/build")
    fi
    # This format supports health checks.
    buildah bud --format docker "${finished[@]}" -t "$image" . >"$work/build.log" 2>&1 || { tail -n 30 "$work/build.log"; return 1; }
    buildah bud --format docker "${finished[@]}" --target backup -t "$image-backup" . >"$work/build.log" 2>&1 ||
        { tail -n 30 "$work/build.log"; return 1; }
    podman image inspect "$image" --format '{{.Size}}' | numfmt --to=iec
}

# Podman warns each time that there is no systemd to repeat the health check.
quiet() { "$@" 2> >(grep -v 'unable to get systemd connection' >&2); }
# A container with the restrictions of compose: unprivileged user, no capabilities, only the volume is writable. It uses the host network,
# because no other network may be available.
omringd() {
    quiet podman --runtime runc run --network host --read-only --read-only-tmpfs=false --cap-drop all --security-opt no-new-privileges \
        --ulimit nofile=1024:1024 --ulimit nproc=1024:1024 "$@"
}

# Not every machine lets a container run, least of all a job that is one itself.
mkdir "$work/probe"
echo 'int main() { return 0; }' | cc -static -x c -o "$work/probe/true" -
if ! omringd --rm --rootfs "$work/probe" /true >"$work/probe.log" 2>&1; then
    cat "$work/probe.log"
    left_out "no container runs on this machine: the image is neither built nor run"
    exit 0
fi

serve() {
    containers+=("$1")
    port=$(free_port)
    url=http://127.0.0.1:$port
    omringd -d --name "$1" -e OMRINGD_LISTEN="127.0.0.1:$port" -e OMRINGD_SECOND_FACTOR=optional "${@:2}" "$image" >/dev/null
    for _ in $(seq 100); do
        if curl -fsS -o /dev/null "$url/health/ready" 2>/dev/null; then return; fi
        sleep 0.2
    done
    echo "$1 is not ready"
    return 1
}
send() { curl -fsS --json "$2" "$url$1" -H "Authorization: Bearer $token"; }
log_in() { curl -fsS --json "{\"email\": \"$1\", \"password\": \"$password\"}" "$url/v1/sessions" | jq -r .accessToken; }
stop() { quiet podman stop -t 40 "$1" >/dev/null && quiet podman rm "$1" >/dev/null; }

# The volume outlives the container; the health check; the restrictions of the container.
on_sqlite() {
    password='zeven groene ganzen langs de vaart'
    serve omringd-check-first -v "$volume:/var/lib/omringd"
    podman exec -e OMRINGD_OPERATOR_PASSWORD="$password" omringd-check-first omringd operator create --email beheer@example.nl --name Beheer >/dev/null
    podman healthcheck run omringd-check-first
    token=$(log_in beheer@example.nl)
    invitation=$(send /v1/organisations '{"name": "De Linde", "admin": {"email": "admin@example.nl"}}' | jq -r .invitation.secret)
    send /v1/invitation-acceptances "{\"secret\": \"$invitation\", \"name\": \"Anja\", \"password\": \"$password\"}" >/dev/null
    [ "$(podman exec omringd-check-first omringd --version)" = "$(sed -n 's/^version = "\(.*\)"/omringd \1/p' Cargo.toml | head -n 1)" ]
    stop omringd-check-first

    serve omringd-check-second -v "$volume:/var/lib/omringd"
    token=$(log_in admin@example.nl)
    [ "$(curl -fsS "$url/v1/organisation" -H "Authorization: Bearer $token" | jq -r .name)" = 'De Linde' ]
    export_a_client
    [ "$(podman inspect omringd-check-second --format '{{.Config.User}}')" != root ]
    [ "$(podman exec omringd-check-second omringd healthcheck; echo $?)" = 0 ]
    stop omringd-check-second
    echo "On SQLite: ready, healthy, and the data outlives the container"
}

# An export of more than 64 KiB is stored in a file: a read-only container must have a place for it.
export_a_client() {
    local client invitation persons
    client=$(send /v1/clients '{"name": "Saskia de Wit"}' | jq -r .id)
    invitation=$(send /v1/invitations "{\"email\": \"saskia@example.nl\", \"clientId\": \"$client\"}" | jq -r .secret)
    send /v1/invitation-acceptances "{\"secret\": \"$invitation\", \"name\": \"Saskia\", \"password\": \"$password\"}" >/dev/null
    token=$(log_in saskia@example.nl)
    persons=$(jq -n '{persons: [range(100) | {alias: "Buur \(.)", note: ("Woont om de hoek. " * 60)}]}')
    send "/v1/clients/$client/persons/batch" "$persons" >/dev/null
    [ "$(curl -fsS "$url/v1/clients/$client/export" -H "Authorization: Bearer $token" | wc -c)" -gt 100000 ]
}

# Two roles, created by docker/roles.sh, with passwords that a URL cannot contain unencoded.
beside_postgresql() {
    local owner='o:w/n#e@r?%41 '"'"'$x' runtime='r@n/t#i:m?e%20"&' backup='b@c/k#u:p?%20"'
    mkdir "$work/cluster" && chown postgres "$work/cluster"
    PGPORT=$(free_port)
    as_postgres "$bin/initdb" -D "$work/cluster" --auth-local=trust --auth-host=scram-sha-256 --encoding=UTF8 --locale=C -U postgres >/dev/null
    as_postgres "$bin/pg_ctl" -s -w -D "$work/cluster" -l "$work/cluster/log" -o "-p $PGPORT -k $work/cluster" start
    as_postgres env PATH="$bin:$PATH" PGHOST="$work/cluster" PGPORT="$PGPORT" POSTGRES_USER=postgres \
        OMRINGD_OWNER_PASSWORD="$owner" OMRINGD_RUNTIME_PASSWORD="$runtime" OMRINGD_BACKUP_PASSWORD="$backup" bash <docker/roles.sh >/dev/null

    local place=127.0.0.1:$PGPORT/omringd
    local owner_url=postgres://omringd_owner@$place runtime_url=postgres://omringd_runtime@$place
    local backup_url=postgres://omringd_backup@$place
    omringd --rm -e OMRINGD_OWNER_DATABASE_URL="$owner_url" -e OMRINGD_DATABASE_URL="$runtime_url" -e OMRINGD_BACKUP_DATABASE_URL="$backup_url" \
        -e PGPASSWORD="$owner" "$image" migrate
    serve omringd-check-postgresql -e OMRINGD_DATABASE_URL="$runtime_url" -e PGPASSWORD="$runtime"
    install -d -m 700 -o 65532 -g 65532 "$work/backups"
    omringd --rm -v "$work/backups:/backups" -e OMRINGD_BACKUP_DATABASE_URL="$backup_url" -e PGPASSWORD="$backup" "$image-backup" \
        backup /backups/first >/dev/null
    [ "$(jq -r .rows.organisation "$work/backups/first/manifest.json")" = 0 ]
    as_postgres "$bin/pg_ctl" -s -D "$work/cluster" -m immediate stop
    if podman healthcheck run omringd-check-postgresql; then echo "healthy without its database"; return 1; fi
    stop omringd-check-postgresql
    echo "Beside PostgreSQL: ready, backed up, and not healthy without it"
}

build "$@"
on_sqlite
beside_postgresql
