//! File permissions of the data.

use crate::support::{Home, get, serve, serve_by};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

fn mode(path: &Path) -> u32 {
    std::fs::metadata(path).unwrap().permissions().mode() & 0o777
}

fn mine_alone(file: &Path) {
    for suffix in ["", "-wal", "-shm"] {
        let mut path = file.as_os_str().to_owned();
        path.push(suffix);
        assert_eq!(mode(Path::new(&path)), 0o600, "{}", path.display());
    }
}

#[test]
fn only_the_user_of_the_service_reads_its_files() {
    let home = Home::new("files");
    let directory = home.0.join("shared");
    std::fs::create_dir(&directory).unwrap();
    std::fs::set_permissions(&directory, std::fs::Permissions::from_mode(0o777)).unwrap();
    let file = directory.join("data.db");
    let (child, address) = serve(&home, &[("OMRINGD_DATABASE_URL", &format!("sqlite://{}", file.display()))]);
    assert!(get(&address, "GET", "/health/ready?for=writes").starts_with("HTTP/1.1 204"));
    mine_alone(&file);
    for key in ["current", "previous", "next", "failures"] {
        assert_eq!(mode(&home.0.join(".local/share/omringd/keys").join(key)), 0o600);
    }
    drop(child);
}

#[test]
fn the_demo_is_for_this_machine_alone() {
    let home = Home::new("demo");
    for listen in ["0.0.0.0:0", "[::]:0", "192.0.2.1:8080"] {
        let refused = home.run(&["demo"], &[("OMRINGD_LISTEN", listen)]);
        let said = String::from_utf8_lossy(&refused.stderr);
        assert!(!refused.status.success() && said.contains("OMRINGD_LISTEN") && said.contains("127.0.0.1"), "{said}");
    }
    assert!(!home.0.join(".local").exists(), "it was refused before anything was made");
    let (child, _) = serve_by(home.command(&["demo"]), &[]);
    let demo = home.0.join(".local/share/omringd/demo");
    mine_alone(&demo.join("demo.db"));
    drop(child);
}

#[test]
fn a_settings_file_with_a_mistake_shows_no_password() {
    let home = Home::new("secret");
    let file = home.0.join("omringd.toml");
    for text in [
        "database_url = \"postgres://omringd:hunter2@db/omringd\nworkers = 2\n",
        "database_url = postgres://omringd:hunter2@db/omringd\n",
        "workers = \"postgres://omringd:hunter2@db/omringd\"\n",
        "database_url = [\"postgres://omringd:hunter2@db/omringd\"]\n",
        "database_uri = \"postgres://omringd:hunter2@db/omringd\"\n",
        "database_url = \"mysql://omringd:hunter2@db/omringd\"\n",
    ] {
        std::fs::write(&file, text).unwrap();
        for command in ["serve", "migrate"] {
            let output = home.run(&["--config", file.to_str().unwrap(), command], &[]);
            let said =
                [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
            assert!(!output.status.success() && !said.contains("hunter2"), "{said}");
            assert!(said.contains("line 1") || said.contains("workers") || said.contains("database_ur"), "{said}");
        }
    }
}
