//! Reading settings: the file, then the environment. Later ones win.

use super::{Settings, Wrong};
use std::path::Path;

const PREFIX: &str = "ANLAN_";
/// Names of the environment that speak to scripts and tests, not to the program.
const NOT_OURS: &[&str] = &["ANLAN_BINARY", "ANLAN_PG_BIN", "ANLAN_CI_", "ANLAN_TEST_"];

/// The settings of a file (an absent one says nothing) and of the environment.
///
/// # Errors
/// The first setting that is unknown or wrong, by its name and where it stands.
pub fn read(
    file: &Path,
    environment: impl Iterator<Item = (String, String)>,
) -> Result<Settings, Wrong> {
    let mut settings = Settings::default();
    let from = file.display().to_string();
    match std::fs::read_to_string(file) {
        Ok(text) => take_file(&mut settings, &from, &text)?,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) => {
            return Err(Wrong::File {
                from,
                why: error.to_string(),
            });
        }
    }
    take_environment(&mut settings, environment)?;
    Ok(settings)
}

fn take_file(settings: &mut Settings, from: &str, text: &str) -> Result<(), Wrong> {
    let table: toml::Table = toml::from_str(text).map_err(|error| Wrong::File {
        from: from.to_owned(),
        why: error.to_string(),
    })?;
    for (name, value) in table {
        settings.set(from, &name, &plain(&value))?;
    }
    Ok(())
}

fn take_environment(
    settings: &mut Settings,
    environment: impl Iterator<Item = (String, String)>,
) -> Result<(), Wrong> {
    for (variable, text) in environment {
        let Some(name) = variable.strip_prefix(PREFIX) else {
            continue;
        };
        if NOT_OURS.iter().any(|other| variable.starts_with(other)) {
            continue;
        }
        settings.set(&variable, &name.to_lowercase(), &text)?;
    }
    Ok(())
}

/// A value as one would write it on the command line.
fn plain(value: &toml::Value) -> String {
    match value {
        toml::Value::String(text) => text.clone(),
        toml::Value::Integer(number) => number.to_string(),
        toml::Value::Boolean(choice) => choice.to_string(),
        other => format!("({})", other.type_str()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment(pairs: &[(&str, &str)]) -> Result<Settings, Wrong> {
        let pairs = pairs
            .iter()
            .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
        read(
            Path::new("no such file"),
            pairs.collect::<Vec<_>>().into_iter(),
        )
    }

    fn file(text: &str) -> Result<Settings, Wrong> {
        let mut settings = Settings::default();
        take_file(&mut settings, "anlan.toml", text).map(|()| settings)
    }

    #[test]
    fn nothing_set_is_enough_to_start() {
        assert_eq!(environment(&[]), Ok(Settings::default()));
    }

    #[test]
    fn file_and_environment_are_taken() {
        let settings = file("listen = \"127.0.0.1:9000\"\nlease_ms = 2000\n").unwrap();
        assert_eq!(
            (settings.listen.as_str(), settings.lease_ms),
            ("127.0.0.1:9000", 2000)
        );
        let settings = environment(&[
            ("ANLAN_DATA", "/srv/anlan"),
            ("PATH", "/bin"),
            ("ANLAN_TEST_PG", "x"),
        ])
        .unwrap();
        assert_eq!(settings.data, std::path::PathBuf::from("/srv/anlan"));
    }

    #[test]
    fn what_is_unknown_or_wrong_is_refused_by_its_name() {
        let refusal = |text: &str| file(text).unwrap_err().to_string();
        assert_eq!(
            refusal("lisen = \"x\""),
            "anlan.toml: there is no setting `lisen`"
        );
        assert_eq!(
            refusal("lease_ms = 3"),
            "anlan.toml: `lease_ms` cannot be `3`: the number is outside of what is allowed"
        );
        assert_eq!(
            refusal("readers = \"many\""),
            "anlan.toml: `readers` cannot be `many`: a whole number is wanted"
        );
        assert!(refusal("listen = \"8080\"").starts_with("anlan.toml: `listen` cannot be `8080`"));
        assert!(refusal("log = [").starts_with("anlan.toml: "));
        let by_environment = environment(&[("ANLAN_LISTENS", "x")])
            .unwrap_err()
            .to_string();
        assert_eq!(
            by_environment,
            "ANLAN_LISTENS: there is no setting `listens`"
        );
    }

    #[test]
    fn a_refused_database_address_is_not_repeated() {
        let refusal = file("database = \"mysql://root:secret@host/x\"")
            .unwrap_err()
            .to_string();
        assert!(refusal.contains("`database`") && !refusal.contains("secret"));
    }
}
