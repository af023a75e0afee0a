use crate::support::{Home, get, serve, stop};
use std::net::TcpListener;

#[test]
fn metrics_have_no_label_that_a_client_chose() {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let metrics = format!("127.0.0.1:{port}");
    let home = Home::new("metrics");
    let (mut child, address) = serve(&home, &[("OMRINGD_METRICS_LISTEN", &metrics)]);
    let lines = || get(&metrics, "GET", "/metrics").lines().count();
    let request = |n: u32| {
        get(&address, &format!("INVENTED{n}"), "/v1/me");
        get(&address, "GET", &format!("/invented/{n}"));
        get(&address, "GET", &format!("/v1/clients/invented-{n}"));
    };
    request(0);
    let before = lines();
    (1..50).for_each(request);
    assert_eq!(lines(), before);
    let text = get(&metrics, "GET", "/metrics");
    assert!(text.contains("method=\"other\"") && !text.to_lowercase().contains("invented"), "{text}");
    assert!(stop(&mut child).success());
}

#[test]
fn metrics_show_the_process_and_its_database_connections() {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let metrics = format!("127.0.0.1:{port}");
    let home = Home::new("process-metrics");
    let (mut child, address) = serve(&home, &[("OMRINGD_METRICS_LISTEN", &metrics)]);
    get(&address, "GET", "/health/ready");
    let text = get(&metrics, "GET", "/metrics");
    let value = |name: &str| -> f64 {
        let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
        line.unwrap_or_else(|| panic!("no {name} in {text}")).parse().unwrap()
    };
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs_f64();
    assert!((now - 600.0..=now).contains(&value("process_start_time_seconds")));
    assert!(value("process_cpu_seconds_total") > 0.0);
    // SQLite keeps its connection that writes open.
    assert!(value("database_connections{state=\"idle\"}") >= 1.0);
    assert!(value("database_connections{state=\"in-use\"}") >= 0.0);
    assert!(value("database_connections_waiting") >= 0.0);
    if cfg!(target_os = "linux") {
        assert!(value("process_resident_memory_bytes") > 1e6);
        let open = value("process_open_fds");
        assert!(open > 5.0 && open < value("process_max_fds"));
    }
    assert!(stop(&mut child).success());
}
