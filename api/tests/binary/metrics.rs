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
