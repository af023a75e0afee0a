# A small image: the binary, certificates, nobody's rights.
FROM rust:1.95-slim-bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry --mount=type=cache,target=/src/target \
    cargo build --release --locked -p api && cp target/release/omringd /omringd && mkdir /empty

FROM gcr.io/distroless/cc-debian12:nonroot
COPY --from=build /omringd /usr/local/bin/omringd
# The volume with the keys begins as this directory, and so belongs to the user who writes them.
COPY --from=build --chown=nonroot:nonroot /empty /var/lib/omringd
ENV OMRINGD_LISTEN=0.0.0.0:8080 OMRINGD_LOG_FORMAT=json OMRINGD_KEY_DIRECTORY=/var/lib/omringd/keys
EXPOSE 8080 9464
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s CMD ["omringd", "healthcheck"]
ENTRYPOINT ["omringd"]
CMD ["serve"]
