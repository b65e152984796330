//! Files and bodies: not what they say, not of a type that is taken, marked as secret, or too large.

use super::{Asked, JSON};
use crate::world::{Actor, Place, on_each};
use axum::http::Method;
use serde_json::json;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR";

#[tokio::test]
async fn a_file_that_is_not_what_it_says_is_refused() {
    on_each(Place::Anji, |world| async move {
        let clerk = Actor::in_post(&world, "县燃气专委办", "专管员").await;
        for (media, bytes) in [
            ("image/jpeg", PNG),
            ("image/png", &b"GIF89a"[..]),
            ("application/pdf", &b"hello"[..]),
        ] {
            Asked::file("a.jpg", media, bytes)
                .refused(&world, &clerk, 422, "records.type_differs")
                .await;
        }
        let refused: [(&str, &[u8]); 4] = [
            ("application/x-msdownload", b"MZ\x90\x00\x03\x00\x00\x00"),
            ("application/zip", b"PK\x03\x04\x14\x00\x00\x00payload.exe"),
            ("image/png", b"\x00\x01\x02"),
            ("text/plain", b""),
        ];
        for (media, bytes) in refused {
            Asked::file("a.bin", media, bytes)
                .refused(&world, &clerk, 422, "records.type_refused")
                .await;
        }
        // The name is in the address, and so written in percents.
        for name in [
            "%E6%9C%BA%E5%AF%86.png",
            "%E9%99%84%E4%BB%B6%EF%BC%88%E7%A7%98%E5%AF%86%EF%BC%89.pdf",
            "%E7%BB%9D%E5%AF%86",
        ] {
            Asked::file(name, "image/png", PNG)
                .refused(&world, &clerk, 422, "records.secret")
                .await;
        }
        // A mark on the paper itself: grade, star and term.
        let marked = "机密★5年\n关于某项工作的通知".as_bytes();
        Asked::file("a.txt", "text/plain", marked)
            .refused(&world, &clerk, 422, "records.secret")
            .await;
        clerk.attach("a.png", "image/png", PNG).await;
        clerk
            .attach("a.txt", "text/plain", "本文件不涉及国家秘密".as_bytes())
            .await;
    })
    .await;
}

#[tokio::test]
async fn what_is_larger_than_the_limit_is_refused() {
    on_each(Place::Anji, |world| async move {
        let clerk = Actor::in_post(&world, "县燃气专委办", "专管员").await;
        let limits = world.app.limits;
        let mut photo = PNG.to_vec();
        photo.resize(limits.attachment + 1, 0);
        Asked::file("a.png", "image/png", &photo)
            .refused(&world, &clerk, 413, "edge.too_large")
            .await;

        let text = json!({ "form": "meeting-minutes", "text": "长".repeat(limits.body / 3 + 1) });
        Asked::put(format!("/records/{}", world.fresh_id()), &text)
            .refused(&world, &clerk, 413, "edge.too_large")
            .await;
        let mut asked = Asked::post("/matters", &text);
        asked.refused(&world, &clerk, 413, "edge.too_large").await;
        asked.headers.push(("idempotency-key", "k1"));
        asked.refused(&world, &clerk, 413, "edge.too_large").await;
    })
    .await;
}

#[tokio::test]
async fn a_body_that_cannot_be_read_is_refused() {
    on_each(Place::Anji, |world| async move {
        let clerk = Actor::in_post(&world, "县燃气专委办", "专管员").await;
        let bodies: [&[u8]; 7] = [
            b"",
            b"{",
            b"[]",
            b"{\"form\": 7}",
            b"\xff\xfe{}",
            b"{\"form\":\"meeting-minutes\"}",
            b"null",
        ];
        for body in bodies {
            for (method, path) in [
                (Method::PUT, format!("/records/{}", world.fresh_id())),
                (Method::POST, "/matters".to_owned()),
            ] {
                let asked = Asked {
                    method,
                    path,
                    headers: vec![JSON],
                    body: body.to_vec(),
                };
                asked.refused(&world, &clerk, 422, "edge.malformed").await;
            }
        }
        let deep = format!("{}{}", "[".repeat(20_000), "]".repeat(20_000));
        let asked = Asked {
            method: Method::PUT,
            path: format!("/records/{}", world.fresh_id()),
            headers: vec![JSON],
            body: format!("{{\"form\":\"meeting-minutes\",\"values\":{{\"a\":{deep}}}}}")
                .into_bytes(),
        };
        asked.refused(&world, &clerk, 422, "edge.malformed").await;
    })
    .await;
}
