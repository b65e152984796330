//! Why an obligation is not met: the records that were near, and what keeps each of them from counting.

use crate::obligations::store as rows;
use crate::obligations::view::{self, RecordBrief, Said};
use crate::obligations::visible::visible;
use crate::records::store as records;
use crate::satisfaction::matching::bindings;
use crate::satisfaction::rules;
use ::store::Sql;
use axum::Json;
use axum::extract::{Path, State};
use kernel::id::Id;
use mechanism::{App, Caller, Problem};
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct Near {
    pub record: RecordBrief,
    /// Part of the requirement that it came near to.
    pub part: String,
    /// What keeps it from counting; absent where it counts.
    pub why_not: Option<Said>,
}

/// Days around the period in which records count as near.
const MARGIN: i32 = 45;
const MOST: usize = 20;

/// Records of the right form around the period, with the first condition that each fails.
#[utoipa::path(get, path = "/obligations/{id}/near", operation_id = "obligations_near",
    params(("id" = String, Path,)), responses((status = 200, body = Vec<Near>), (status = 404)))]
pub async fn near(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
) -> Result<Json<Vec<Near>>, Problem> {
    let env = app.env.clone();
    let found = app
        .store
        .read(move |sql| {
            let row = visible(sql, &caller, id)?;
            let rule = rows::rule(sql, row.rule)?;
            let from = row.period_from.plus_days(-MARGIN);
            let until = row
                .period_until
                .max(row.period_from)
                .0
                .saturating_add(MARGIN);
            let mut near = Vec::new();
            for anchor in around(sql, &row)? {
                for record in records::around(sql, anchor, from, kernel::time::Day(until))? {
                    let bound = bindings(sql, &env, &record, std::slice::from_ref(&row))?;
                    for part in rule
                        .requirement
                        .iter()
                        .flat_map(|requirement| &requirement.all)
                    {
                        if part.evidence.form != record.form || near.len() >= MOST {
                            continue;
                        }
                        let why_not = rules::qualifies(&rule, part, &row, &record, &bound)
                            .err()
                            .map(Said::from);
                        near.push(Near {
                            record: view::brief(sql, &env, &record)?,
                            part: part.name.clone(),
                            why_not,
                        });
                    }
                }
            }
            near.sort_by_key(|near| (std::cmp::Reverse(near.record.stated_at), near.record.id));
            near.dedup_by_key(|near| near.record.id);
            Ok(near)
        })
        .await?;
    Ok(Json(found))
}

/// Whose records may have been meant: the holder's, the subject's, and those of bodies below the holder.
fn around(sql: &mut dyn Sql, row: &crate::obligations::Obligation) -> ::store::Result<Vec<Id>> {
    let mut anchors = vec![row.holder, row.subject];
    let day = row.period_from;
    anchors.extend(
        registry::org::store::subordinates(sql, row.holder, day)?
            .into_iter()
            .map(|org| org.id),
    );
    anchors.sort_unstable();
    anchors.dedup();
    Ok(anchors)
}
