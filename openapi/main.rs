fn main() {
    println!("{}", api::openapi::document().to_pretty_json().unwrap());
}
