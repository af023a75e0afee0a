//! Error messages of the command line for a missing or unsuitable database.

use crate::support::{Home, Served};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Stdio;

fn refused(home: &Home, url: &str) -> String {
    let output = home.run(&["serve"], &[("OMRINGD_DATABASE_URL", url), ("OMRINGD_LOG_LEVEL", "error")]);
    assert!(!output.status.success());
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn a_postgresql_that_does_not_listen_is_told_at_once() {
    let home = Home::new("absent");
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let mut command = home.command(&["migrate"]);
    command.env("OMRINGD_OWNER_DATABASE_URL", format!("postgres://owner:secret@127.0.0.1:{port}/omringd"));
    command.env("OMRINGD_DATABASE_URL", format!("postgres://omringd:secret@127.0.0.1:{port}/omringd"));
    let mut child = Served(command.stderr(Stdio::piped()).spawn().unwrap());
    let mut line = String::new();
    BufReader::new(child.stderr.take().unwrap()).read_line(&mut line).unwrap();
    let expected =
        format!("cannot reach PostgreSQL at 127.0.0.1:{port}: connection refused; trying again for 30 seconds");
    assert_eq!(line, format!("omringd: {expected}\n"));
    // It retries.
    assert!(child.try_wait().unwrap().is_none());
}

/// Refuses a connection as PostgreSQL does, including its source line.
fn refuse(mut stream: TcpStream, code: &str, message: &str) {
    let mut length = [0; 4];
    stream.read_exact(&mut length).unwrap();
    let mut startup = vec![0; u32::from_be_bytes(length) as usize - 4];
    stream.read_exact(&mut startup).unwrap();
    let fields = format!("SFATAL\0VFATAL\0C{code}\0M{message}\0Fauth.c\0L334\0Rauth_failed\0\0");
    stream.write_all(b"E").unwrap();
    stream.write_all(&u32::try_from(fields.len() + 4).unwrap().to_be_bytes()).unwrap();
    stream.write_all(fields.as_bytes()).unwrap();
}

#[test]
fn a_refusal_is_told_in_the_words_of_postgresql() {
    let home = Home::new("refused");
    for (code, message) in [
        ("28P01", "password authentication failed for user \"omringd\""),
        ("3D000", "database \"omring\" does not exist"),
    ] {
        let server = TcpListener::bind("127.0.0.1:0").unwrap();
        let place = server.local_addr().unwrap();
        std::thread::spawn(move || refuse(server.accept().unwrap().0, code, message));
        let said = refused(&home, &format!("postgres://omringd:secret@{place}/omring?sslmode=disable"));
        assert_eq!(said, format!("omringd: PostgreSQL at {place} refuses the connection: {message}\n"));
    }
}

#[test]
fn a_file_that_is_no_database_is_named() {
    let home = Home::new("no-database");
    let file = home.0.join("notes.txt");
    std::fs::write(&file, "Not a database, but notes that somebody wrote down.").unwrap();
    let said = refused(&home, &format!("sqlite://{}", file.display()));
    assert_eq!(said, format!("omringd: the SQLite file {}: file is not a database\n", file.display()));
    assert!(std::fs::read_to_string(&file).unwrap().starts_with("Not a database"));
}

#[test]
fn a_path_that_was_mistyped_makes_no_new_service() {
    let home = Home::new("mistyped");
    let directory = home.0.join("nonexistent/directory");
    let said = refused(&home, &format!("sqlite://{}/omringd.db", directory.display()));
    assert!(said.contains("OMRINGD_DATABASE_URL") && said.contains(&directory.display().to_string()), "{said}");
    assert!(!home.0.join("nonexistent").exists());
}
