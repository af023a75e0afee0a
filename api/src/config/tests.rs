use super::*;

fn read(pairs: &[(&str, &str)]) -> Result<Config, ConfigError> {
    let environment = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Config::from_sources(None, environment)
}

#[test]
fn the_environment_sets_what_it_names_and_nothing_else() {
    let config = read(&[
        ("OMRINGD_WORKERS", "3"),
        ("OMRINGD_CORS_ORIGINS", "https://A.nl:443 , https://b.nl"),
        ("OMRINGD_NEW_PASSWORD", "of operator confirm-email"),
        ("PATH", "/bin"),
    ])
    .unwrap();
    assert_eq!(config.workers, 3);
    let origins: Vec<_> = config.cors_origins.iter().map(ToString::to_string).collect();
    assert_eq!(origins, ["https://a.nl", "https://b.nl"]);
    assert_eq!(config.listen.port(), 8080);
}

#[test]
fn a_bad_value_or_an_unknown_setting_is_refused_with_its_name() {
    for (name, value) in [
        ("OMRINGD_WORKERS", "many"),
        ("OMRINGD_LISTEN", "everywhere"),
        ("OMRINGD_LOG_FORMAT", "yaml"),
        ("OMRINGD_LOG_LEVEL", "in=fo=x"),
        ("OMRINGD_COLOUR", "blue"),
        ("OMRINGD_DATABASE_URL", "mysql://x"),
        ("OMRINGD_DATABASE_URL", "postgres://u:se/cret@host/db"),
        ("OMRINGD_OWNER_DATABASE_URL", "postgres://u:secret@host:port/db"),
        ("OMRINGD_CHANGES_DATABASE_URL", "secret"),
        ("OMRINGD_PUBLIC_URL", "omringd.example.nl"),
        ("OMRINGD_PUBLIC_URL", "https://u:secret@omringd.example.nl"),
        ("OMRINGD_OTLP_ENDPOINT", "collector:4318"),
        ("OMRINGD_CORS_ORIGINS", "*"),
        ("OMRINGD_CORS_ORIGINS", "https://a.nl,https://b.nl/"),
        ("OMRINGD_CORS_ORIGINS", "https://a.nl;https://b.nl"),
        ("OMRINGD_CORS_ORIGINS", "https://a.nl,"),
        ("OMRINGD_REPLICA_DATABASE_URL", "mysql://x"),
        ("OMRINGD_DATABASE_POOLER", "session"),
        ("OMRINGD_TRUSTED_PROXIES", "10.0.0.0/8,proxy.internal"),
        ("OMRINGD_FAILURES_PER_NETWORK", "100"),
        ("OMRINGD_FAILURES_PER_NETWORK", "0/5m"),
        ("OMRINGD_TRUSTED_PROXIES", "0.0.0.0/0"),
        // No process could receive notifications of changes.
        ("OMRINGD_DATABASE_POOLER", "transaction"),
    ] {
        let error = read(&[(name, value)]).unwrap_err().to_string();
        assert!(error.contains(&name.to_lowercase()[8..]), "{error}");
        assert!(!error.contains("secret"), "{error}");
        let is_address = ["_URL", "_ENDPOINT", "_ORIGINS"].iter().any(|end| name.ends_with(end));
        assert!(!is_address || (error.contains(name) && error.contains("expected ")), "{error}");
    }
}

/// Returns the error for a settings file with this text.
fn refused(text: &str) -> String {
    let mut file = tempfile::Builder::new().suffix(".toml").tempfile().unwrap();
    std::io::Write::write_all(&mut file, text.as_bytes()).unwrap();
    Config::from_sources(Some(file.path()), HashMap::new()).unwrap_err().to_string()
}

#[test]
fn no_error_shows_what_a_setting_holds() {
    for name in SETTINGS.iter().map(|(name, ..)| *name).chain(["colour"]) {
        let secret = "pg://omringd:hunter2@host";
        if let Err(error) = read(&[(&format!("{PREFIX}{}", name.to_uppercase()), secret)]) {
            let error = error.to_string();
            assert!(error.contains(name) && !error.contains("hunter2"), "{error}");
        }
        for text in [
            format!("{name} = \"{secret}\"\nworkers = [\"hunter2\"]"),
            format!("{name} = {{ a = \"{secret}\" }}"),
            format!("{name} = \"{secret}"),
            format!("{name} = {secret}"),
            format!("[database]\n{name} = \"{secret}\""),
            format!("{name} = \"{secret}\"\n{name} = \"{secret}\""),
        ] {
            let error = refused(&text);
            assert!(!error.contains("hunter2") && !error.contains("pg:"), "{error}");
        }
    }
}

#[test]
fn a_file_that_is_no_toml_is_refused_with_the_place() {
    let error = refused("workers = 2\ndatabase_url = \"postgres://u:p@h/d\n");
    assert!(error.contains(".toml, line 2, column "), "{error}");
    let missing = Config::from_sources(Some(Path::new("/nowhere/omringd.toml")), HashMap::new()).unwrap_err();
    assert!(missing.to_string().contains("/nowhere/omringd.toml: "), "{missing}");
}

#[test]
fn the_database_url_of_the_platform_is_read_and_ours_comes_first() {
    let url = |pairs: &[(&str, &str)]| read(pairs).unwrap().database_url().unwrap().expose_secret().to_owned();
    assert_eq!(url(&[("DATABASE_URL", "postgres://a")]), "postgres://a");
    assert_eq!(url(&[("DATABASE_URL", "postgres://a"), ("OMRINGD_DATABASE_URL", "postgres://b")]), "postgres://b");
}

#[test]
fn fewer_connections_are_made_to_sqlite_unless_told_otherwise() {
    let most = |pairs: &[(&str, &str)]| read(pairs).unwrap().database_connections().unwrap();
    assert_eq!(most(&[("DATABASE_URL", "postgres://a")]), 16);
    assert_eq!(most(&[("DATABASE_URL", "sqlite://a")]), 8);
    assert_eq!(most(&[("DATABASE_URL", "sqlite://a"), ("OMRINGD_DATABASE_CONNECTIONS", "3")]), 3);
}

#[test]
fn limits_of_attempts_are_read_and_their_defaults_are_as_documented() {
    let set = read(&[("OMRINGD_RESETS_PER_ADDRESS", "7/2h")]).unwrap();
    assert_eq!(set.resets_per_address, "7/2h".parse().unwrap());
    let shown: Vec<_> =
        SETTINGS.iter().filter_map(|(name, shown, _)| Some((*name, shown.parse::<Limit>().ok()?))).collect();
    assert_eq!(shown.len(), 10);
    let environment = shown.iter().map(|(name, limit)| (format!("{PREFIX}{}", name.to_uppercase()), limit.to_string()));
    let read = Config::from_sources(None, environment.collect()).unwrap();
    assert_eq!(format!("{read:?}"), format!("{:?}", Config::default()));
}

#[test]
fn strangers_together_have_at_most_a_thousand_failures_in_a_day() {
    let limit = Config::default().failures_unknown_networks;
    let forgiven = u64::from(limit.attempts().get()) * 24 * 60 * 60 / limit.period().as_secs();
    assert_eq!(u64::from(limit.attempts().get()) + forgiven, 1000);
}

#[test]
fn the_documentation_is_what_the_code_says() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/configuration.md");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(file, documentation()).unwrap();
    }
    let committed = std::fs::read_to_string(file).unwrap();
    assert_eq!(committed, documentation(), "run the test with UPDATE=1 to write docs/configuration.md");
}
