//! Where the data is: who may read the files, and what happens when the disk is full.

use crate::support::{Home, get, log_in, member, send, serve, serve_by, with_operator};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

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

fn end(mut child: Child) {
    child.kill().unwrap();
    child.wait().unwrap();
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
    for key in ["current", "previous", "next"] {
        assert_eq!(mode(&home.0.join(".local/share/omringd/keys").join(key)), 0o600);
    }
    end(child);
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
    let mut command = home.command(&["demo"]);
    command.stdout(Stdio::null());
    let (child, _) = serve_by(command, &[]);
    let demo = home.0.join(".local/share/omringd/demo");
    mine_alone(&demo.join("demo.db"));
    end(child);
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

/// From now on no file of the process grows beyond so many bytes: what it writes fails, as on a full disk.
fn limit(process: u32, bytes: &str) {
    let limited = Command::new("prlimit").args(["--pid", &process.to_string(), &format!("--fsize={bytes}:")]).status();
    assert!(limited.unwrap().success());
}

/// Whether the service is ready to write, asked until it is as expected.
fn writes(address: &str, expected: &str) {
    let patience = Instant::now() + Duration::from_secs(30);
    loop {
        let answer = get(address, "GET", "/health/ready?for=writes");
        if answer.starts_with(&format!("HTTP/1.1 {expected}")) {
            return;
        }
        assert!(Instant::now() < patience, "{answer}");
        std::thread::sleep(Duration::from_millis(200));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn on_a_full_disk_reading_goes_on_and_a_log_out_is_kept_to() {
    if Command::new("prlimit").arg("--version").stdout(Stdio::null()).status().is_err() {
        println!("left out: prlimit is not installed");
        return;
    }
    let home = with_operator("full");
    // Whoever writes too much is killed, unless the signal is ignored.
    let mut command = Command::new("sh");
    command.args(["-c", "trap '' XFSZ; exec \"$0\" serve", env!("CARGO_BIN_EXE_omringd")]);
    command.env_clear().env("HOME", &home.0).env("PATH", "/usr/bin:/bin").stdin(Stdio::null());
    let (child, address) = serve_by(command, &[]);
    let (leaving, staying) = (log_in(&address), log_in(&address));
    let create = |n: u32| {
        let body = format!(r#"{{"name":"Organisatie {n}","admin":{{"email":"beheer{n}@example.nl"}}}}"#);
        send(&address, "POST", "/v1/organisations", &staying, &body).unwrap()
    };
    let made = member(&create(1), "id").unwrap();
    let show = |headers: &str| send(&address, "GET", &format!("/v1/organisations/{made}"), headers, "").unwrap();
    writes(&address, "204");

    limit(child.id(), "1024");
    writes(&address, "503");
    let refused = create(2);
    assert!(refused.starts_with("HTTP/1.1 503") && refused.contains("retry-after: "), "{refused}");
    assert!(refused.contains("/problems/unavailable"), "{refused}");
    let ready = get(&address, "GET", "/health/ready");
    assert!(ready.starts_with("HTTP/1.1 204"), "{ready}");
    assert!(show(&staying).starts_with("HTTP/1.1 200"));
    assert!(show(&leaving).starts_with("HTTP/1.1 200"));
    let out = send(&address, "DELETE", "/v1/sessions/current", &leaving, "").unwrap();
    assert!(out.starts_with("HTTP/1.1 503"), "{out}");
    assert!(show(&leaving).starts_with("HTTP/1.1 401"), "the token of a session that was ended");
    assert!(show(&staying).starts_with("HTTP/1.1 200"));

    limit(child.id(), "unlimited");
    writes(&address, "204");
    assert!(create(3).starts_with("HTTP/1.1 201"));
    // Within five seconds the end is stored as well: another process refuses it too.
    std::thread::sleep(Duration::from_secs(7));
    end(child);
    let (child, address) = serve(&home, &[]);
    let show = |headers: &str| send(&address, "GET", &format!("/v1/organisations/{made}"), headers, "").unwrap();
    assert!(show(&leaving).starts_with("HTTP/1.1 401"), "the end of the session was not stored");
    assert!(show(&staying).starts_with("HTTP/1.1 200"));
    end(child);
}
