use super::*;

struct Temporary(PathBuf);

impl Temporary {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("omringd-keys-{}-{name}", std::process::id()));
        drop(fs::remove_dir_all(&path));
        Self(path)
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

#[test]
fn many_who_start_at_once_get_the_same_keys() {
    let place = Temporary::new("start");
    let directory = KeyDirectory::new(&place.0);
    let all: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(|| directory.load().unwrap())).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(all.iter().all(|keys| keys == &all[0]));
    assert_eq!(all[0].len(), 3);
}

#[test]
fn a_secret_is_made_once_and_must_be_whole() {
    let place = Temporary::new("failures");
    let directory = KeyDirectory::new(&place.0);
    let all: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(|| directory.secret(FAILURES).unwrap())).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(all.iter().all(|key| key == &all[0]));
    assert_ne!(KeyDirectory::new(&Temporary::new("other-failures").0).secret(FAILURES).unwrap(), all[0]);
    fs::write(place.0.join(FAILURES), "short").unwrap();
    assert!(matches!(directory.secret(FAILURES), Err(KeyError::NotASecret(_))));
}

#[test]
fn a_rotation_moves_each_key_one_place() {
    let place = Temporary::new("rotate");
    let directory = KeyDirectory::new(&place.0);
    let [current, _, next] = directory.load().unwrap().try_into().unwrap();
    directory.rotate().unwrap();
    let after = directory.load().unwrap();
    assert_eq!((&after[0], &after[1]), (&next, &current));
    assert!(after[2] != next && after[2] != current);
}

#[test]
fn a_rotation_broken_off_is_finished() {
    let place = Temporary::new("broken-off");
    let directory = KeyDirectory::new(&place.0);
    let [current, _, next] = directory.load().unwrap().try_into().unwrap();
    directory.put(PREVIOUS, to_pem(&current).as_bytes()).unwrap();
    directory.put(CURRENT, to_pem(&next).as_bytes()).unwrap();
    directory.rotate().unwrap();
    let after = directory.load().unwrap();
    assert_eq!((&after[0], &after[1]), (&next, &current));
    assert_ne!(after[2], next);
}

#[cfg(unix)]
#[test]
fn keys_are_the_owners_only() {
    use std::os::unix::fs::PermissionsExt;
    let place = Temporary::new("mode");
    let directory = KeyDirectory::new(&place.0);
    directory.load().unwrap();
    directory.secret(FAILURES).unwrap();
    directory.secret(ENCRYPTION).unwrap();
    directory.log_key().unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&place.0), 0o700);
    for name in KEY_FILES {
        assert_eq!(mode(&place.0.join(name)), 0o600);
    }
}

#[test]
fn what_is_no_key_is_refused() {
    let place = Temporary::new("no-key");
    let directory = KeyDirectory::new(&place.0);
    directory.load().unwrap();
    fs::write(place.0.join(NEXT), "something else").unwrap();
    assert!(matches!(directory.load(), Err(KeyError::NotAKey(_))));
}
