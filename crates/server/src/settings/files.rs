//! Reading settings: the file, then the environment. Later ones win.

use super::{Settings, Wrong, outside};
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
    outside::complete(&settings, &from)?;
    Ok(settings)
}

fn take_file(settings: &mut Settings, from: &str, text: &str) -> Result<(), Wrong> {
    let table: toml::Table = toml::from_str(text).map_err(|error| Wrong::File {
        from: from.to_owned(),
        why: error.to_string(),
    })?;
    for (name, value) in table {
        match value.as_array().filter(|_| name == "webhook") {
            Some(all) => webhooks(settings, from, all)?,
            None => settings.set(from, &name, &plain(&value))?,
        }
    }
    Ok(())
}

fn webhooks(settings: &mut Settings, from: &str, all: &[toml::Value]) -> Result<(), Wrong> {
    for one in all {
        let table = one.as_table().ok_or_else(|| Wrong::File {
            from: from.to_owned(),
            why: "[[webhook]] is a table".to_owned(),
        })?;
        outside::webhook(settings, from, table)?;
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
    fn what_leaves_the_program_is_set_with_care() {
        let settings = file(
            "mail_server = \"smtps://mail.example.org:465\"\nmail_from = \"anlan@example.org\"\n\
             mail_password = \"geheim\"\n[[webhook]]\nname = \"robot\"\nurl = \"https://robot.example.org/x\"\n\
             secret = \"0123456789abcdef\"\n",
        )
        .unwrap();
        assert_eq!(
            (settings.mail.host.as_str(), settings.mail.port),
            ("mail.example.org", Some(465))
        );
        assert_eq!(settings.webhooks[0].name, "robot");
        assert!(
            !format!("{settings:?}").contains("geheim")
                && !format!("{settings:?}").contains("0123456789")
        );
        let refusal = |text: &str| file(text).unwrap_err().to_string();
        assert!(refusal("mail_server = \"plain://mail.example.org\"").contains("`mail_server`"));
        let hook = |lines: &str| refusal(&format!("[[webhook]]\nname = \"sms\"\n{lines}"));
        assert!(hook("url = \"http://sms.example.org/\"").contains("`webhook.url`"));
        assert!(
            hook("url = \"https://a.example.org/\"\nsecret = \"short\"")
                .contains("`webhook.secret`")
        );
        assert!(hook("uri = \"x\"").contains("no setting `webhook.uri`"));
        let template = "url = \"https://a.example.org/\"\nsecret = \"0123456789abcdef\"\ntemplate = \"{{{to}}\"";
        assert!(hook(template).contains("`webhook.template`"));
        let without_sender = environment(&[("ANLAN_MAIL_SERVER", "smtp://mail.example.org")]);
        assert!(
            without_sender
                .unwrap_err()
                .to_string()
                .contains("`mail_from`")
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
