//! Passwords at a terminal, and on standard input.

use crate::support::{Home, Served};
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Output, Stdio};
use std::time::Duration;

const PASSWORD: &str = "correct horse battery";
const CREATE: [&str; 6] = ["operator", "create", "--email", "beheer@example.nl", "--name", "Beheer"];

/// Waits until the terminal no longer echoes input.
fn wait_for_silence(terminal: &str) {
    let silent = |_| {
        std::thread::sleep(Duration::from_millis(20));
        let state = Command::new("stty").args(["-F", terminal, "-a"]).output().unwrap();
        String::from_utf8_lossy(&state.stdout).contains("-echo ")
    };
    assert!((0..500).any(silent), "{terminal} still shows what is typed");
}

/// Types each line once the terminal does not echo; returns the terminal's output and whether the command succeeded.
fn type_in(home: &Home, lines: [&str; 2]) -> (String, bool) {
    let mut command = home.terminal(&CREATE);
    let mut child = Served(command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap());
    let (mut keys, mut screen) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    let mut terminal = String::new();
    screen.read_line(&mut terminal).unwrap();
    let mut shown = Vec::new();
    for (prompt, line) in ["Password (OMRINGD_OPERATOR_PASSWORD): ", "Repeat the password: "].into_iter().zip(lines) {
        while !String::from_utf8_lossy(&shown).ends_with(prompt) {
            let mut byte = [0];
            screen.read_exact(&mut byte).unwrap();
            shown.push(byte[0]);
        }
        wait_for_silence(terminal.trim());
        writeln!(keys, "{line}").unwrap();
    }
    screen.read_to_end(&mut shown).unwrap();
    (String::from_utf8(shown).unwrap(), child.wait().unwrap().success())
}

#[test]
fn a_password_is_typed_twice_and_never_shown() {
    let home = Home::new("typed");
    let (shown, succeeded) = type_in(&home, [PASSWORD, "another horse battery"]);
    assert!(!succeeded && shown.contains("the two passwords differ"), "{shown:?}");
    let (shown, succeeded) = type_in(&home, [PASSWORD, PASSWORD]);
    assert!(succeeded && !shown.contains("horse"), "{shown:?}");
}

/// Runs a command with this standard input.
fn given(home: &Home, arguments: &[&str], input: &str) -> Output {
    let mut command = home.command(arguments);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn a_password_is_read_from_a_pipe_or_a_variable() {
    let home = Home::new("piped");
    let created = given(&home, &CREATE, &format!("{PASSWORD}\n"));
    assert!(created.status.success(), "{created:?}");
    let confirm = ["operator", "confirm-email", "--email", "beheer@example.nl", "--new-password"];
    let confirmed = home.run(&confirm, &[("OMRINGD_NEW_PASSWORD", "another horse battery")]);
    assert_eq!(String::from_utf8_lossy(&confirmed.stdout), "confirmed\n", "{confirmed:?}");
}
