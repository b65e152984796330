//! Lists in `docs/` that are written from the catalogues, so that they cannot be behind.

use crate::catalogue::{Catalogue, permissions};
use std::collections::BTreeMap;
use std::fmt::Write;

const ERRORS: &str = "# Problems\n\n\
Every refusal of the interface is a problem object (RFC 9457) with type `/problems/<code>`.\n\
The same texts serve as reasons elsewhere: messages, rows of an import that cannot be taken, explanations of a state.\n\
`{name}` stands for a parameter.\n\
This file is written by `anlan docs`; change the texts where they stand in the code.\n\n\
| code | Chinese | English | what to do |\n|---|---|---|---|\n";

const PERMISSIONS: &str = "# Permissions\n\n\
Every route names exactly one permission; roles, which are data of the policy packs, contain them.\n\
`public` routes need no session, `session` routes any.\n\
This file is written by `anlan docs`; change the lists where they stand in the code.\n\n";

/// `docs/errors.md`.
pub fn errors() -> String {
    let mut page = ERRORS.to_owned();
    for text in Catalogue::of_everything().all() {
        let remedy = match (text.zh_do, text.en_do) {
            ("", _) => String::new(),
            (zh, en) => format!("{zh}<br>{en}"),
        };
        line(
            &mut page,
            &[&format!("`{}`", text.code), text.zh, text.en, &remedy],
        );
    }
    page
}

/// `docs/permissions.md`.
pub fn permissions_page() -> String {
    let routes = routes_by_permission();
    let mut page = PERMISSIONS.to_owned();
    page.push_str(
        "| permission | Chinese | English | listed by | routes |\n|---|---|---|---|---|\n",
    );
    let none = Vec::new();
    for (mechanism, permission) in permissions() {
        let used = routes.get(permission.name).unwrap_or(&none).join("<br>");
        line(
            &mut page,
            &[
                &format!("`{}`", permission.name),
                permission.zh,
                permission.en,
                mechanism,
                &used,
            ],
        );
    }
    for name in [mechanism::PUBLIC, mechanism::SESSION] {
        let used = routes.get(name).unwrap_or(&none).join("<br>");
        line(&mut page, &[&format!("`{name}`"), "", "", "", &used]);
    }
    page
}

/// `GET /instance` and so on, by the permission that guards it, as the interface description says.
pub fn routes_by_permission() -> BTreeMap<String, Vec<String>> {
    let mut routes: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let document =
        serde_json::to_value(crate::router::mechanisms().into_openapi()).unwrap_or_default();
    let paths = document["paths"].as_object().cloned().unwrap_or_default();
    for (path, item) in &paths {
        for (method, operation) in item.as_object().into_iter().flatten() {
            let permission = operation["x-permission"].as_str().unwrap_or("(none)");
            let route = format!("`{} {path}`", method.to_uppercase());
            routes.entry(permission.to_owned()).or_default().push(route);
        }
    }
    routes
}

fn line(page: &mut String, cells: &[&str]) {
    let cells: Vec<_> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
    // Writing to a string does not fail.
    let _ = writeln!(page, "| {} |", cells.join(" | "));
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_route_names_one_permission_that_is_listed() {
        let listed: BTreeSet<_> = permissions()
            .map(|(_, permission)| permission.name)
            .collect();
        for (permission, routes) in routes_by_permission() {
            let known = [mechanism::PUBLIC, mechanism::SESSION].contains(&permission.as_str());
            assert!(
                known || listed.contains(permission.as_str()),
                "{permission} guards {routes:?} and is not listed"
            );
        }
    }
}
