# A small image: the program, certificates, notices, nobody's rights. scripts/image.sh builds and checks it; with a finished program
# it puts a folder in the place of this first stage.
FROM docker.io/library/rust:1.95-slim-bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry --mount=type=cache,target=/src/target \
    cargo build --release --locked -p api && mkdir -p /out/data && cp target/release/omringd /out/

# For backups of PostgreSQL (docs/backup.md): the program with pg_dump and pg_restore. `docker build --target backup`.
FROM docker.io/library/debian:bookworm-slim AS backup
RUN apt-get update && apt-get install -y --no-install-recommends postgresql-client ca-certificates && rm -rf /var/lib/apt/lists/*
COPY --from=build /out/omringd /usr/local/bin/omringd
COPY LICENSE LICENSE-APACHE LICENSE-MIT packaging/THIRD-PARTY-NOTICES /usr/share/doc/omringd/
ENV OMRINGD_LOG_FORMAT=json OMRINGD_KEY_DIRECTORY=/var/lib/omringd/keys
USER 65532:65532
ENTRYPOINT ["omringd"]
CMD ["backup", "--help"]

FROM gcr.io/distroless/cc-debian12:nonroot
COPY --from=build /out/omringd /usr/local/bin/omringd
COPY LICENSE LICENSE-APACHE LICENSE-MIT packaging/THIRD-PARTY-NOTICES /usr/share/doc/omringd/
# The volume begins as this directory, and so belongs to the user who writes in it: the keys, exports that wait for their reader, and
# the SQLite database where no other is named.
COPY --from=build --chown=nonroot:nonroot /out/data /var/lib/omringd
VOLUME /var/lib/omringd
ENV OMRINGD_LISTEN=0.0.0.0:8080 OMRINGD_LOG_FORMAT=json OMRINGD_DATABASE_URL=sqlite:///var/lib/omringd/omringd.db \
    OMRINGD_KEY_DIRECTORY=/var/lib/omringd/keys OMRINGD_SPOOL_DIRECTORY=/var/lib/omringd
EXPOSE 8080 9464
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s CMD ["omringd", "healthcheck"]
ENTRYPOINT ["omringd"]
CMD ["serve"]
