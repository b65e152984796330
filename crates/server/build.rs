//! Tells cargo when the files that go into the program have changed.
//!
//! A debug build reads web client and packs from their folders while it runs, so nothing needs to be built again.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("PROFILE").as_deref() == Ok("release") {
        println!("cargo::rerun-if-changed=../../web/dist");
        println!("cargo::rerun-if-changed=../../packs");
    }
}
