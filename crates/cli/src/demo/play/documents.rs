//! Documents that the safety office issues in the course of the year, through the same route as its people use.

use crate::demo::PACK;
use crate::outcome::Refusal;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use kernel::time::Moment;
use mechanism::{App, Caller};
use registry::identity::{callers, store as accounts};
use registry::org;
use serde_json::json;
use server::{Settings, start};
use store::Error;
use tower::ServiceExt;

/// Who issues, and to which kinds of body.
const ISSUER: &str = "anweiban";
const RECEIVERS: &[&str] = &["bureau", "town-government"];

/// Day of the year on which it is issued, number, title and summary.
pub const DOCUMENTS: &[(i32, &str, &str, &str)] = &[
    (
        33,
        "安安委办〔2022〕2号",
        "关于做好春节后复工复产安全工作的通知（演示）",
        "请各单位对照清单开展复工复产检查，按期报送情况。",
    ),
    (
        118,
        "安安委办〔2022〕11号",
        "关于开展安全生产大检查的通知（演示）",
        "按照要点分工，全面排查风险隐患，建立问题清单。",
    ),
    (
        201,
        "安安委办〔2022〕19号",
        "关于加强夏季高温期间安全生产工作的通知（演示）",
        "落实高温作业、危化品、消防等重点领域防范措施。",
    ),
    (
        259,
        "安安委办〔2022〕26号",
        "关于做好重大活动期间安全防范工作的通知（演示）",
        "实行每日报告，强化值班值守。",
    ),
];

/// Issues the document of that number at an instant; the clock must stand there, since the route asks it.
pub async fn issue(app: &App, at: Moment, number: usize) -> Result<(), Refusal> {
    let Some((_, printed, title, summary)) = DOCUMENTS.get(number).copied() else {
        return Ok(());
    };
    app.store.advance_business(at).await?;
    let Some((caller, receivers)) = people(app, at).await? else {
        return Ok(());
    };
    let body = json!({
        "title": title, "pack": PACK, "number": printed, "summary": summary, "addressees": receivers,
    });
    let request = Request::post("/api/v1/documents")
        .header("content-type", "application/json")
        // In process the caller comes along; over the network only a session brings one.
        .extension(caller)
        .body(Body::from(body.to_string()))
        .map_err(|error| Refusal::Failed(error.to_string()))?;
    let router = start::put_together(app.clone(), &Settings::default()).router;
    let Ok(answer) = router.oneshot(request).await;
    if !answer.status().is_success() {
        let text = to_bytes(answer.into_body(), 64 << 10)
            .await
            .unwrap_or_default();
        tracing::warn!(answer = %String::from_utf8_lossy(&text), "a document was not issued");
    }
    Ok(())
}

async fn people(app: &App, at: Moment) -> Result<Option<(Caller, Vec<String>)>, Error> {
    let (policy, day) = (app.env.policy.clone(), app.env.calendar.zone().day_of(at));
    let find = move |sql: &mut store::Read<'_>| {
        let Some(account) = accounts::by_login(sql, ISSUER)? else {
            return Ok(None);
        };
        let caller = callers::caller_of(sql, &account, day, &policy)?;
        let mut receivers = Vec::new();
        for kind in RECEIVERS {
            receivers.extend(
                org::store::of_kind(sql, kind, day)?
                    .into_iter()
                    .map(|org| org.id.to_string()),
            );
        }
        Ok(Some((caller, receivers)))
    };
    app.store.read(find).await
}
