//! The keys of a catalogue: a JSON object of objects and texts, read without a library.

/// The paths of all leaves, in their order: `{"a": {"b": "x"}}` gives `a.b`.
pub fn keys(text: &str) -> Result<Vec<String>, String> {
    let mut reader = Reader {
        rest: text,
        whole: text,
    };
    let mut keys = Vec::new();
    reader.value("", &mut keys)?;
    match reader.next_char() {
        None => Ok(keys),
        Some(_) => Err(reader.problem("text after the end")),
    }
}

struct Reader<'a> {
    rest: &'a str,
    whole: &'a str,
}

impl Reader<'_> {
    fn value(&mut self, path: &str, keys: &mut Vec<String>) -> Result<(), String> {
        match self.next_char() {
            Some('{') => self.object(path, keys),
            Some('[') => self.array(path, keys),
            Some('"') => {
                keys.push(path.to_owned());
                self.string().map(drop)
            }
            Some(_) => {
                keys.push(path.to_owned());
                self.plain()
            }
            None => Err(self.problem("ends too early")),
        }
    }

    fn object(&mut self, path: &str, keys: &mut Vec<String>) -> Result<(), String> {
        self.take('{')?;
        while self.next_char() != Some('}') {
            let name = self.string()?;
            self.take(':')?;
            let inner = if path.is_empty() {
                name
            } else {
                format!("{path}.{name}")
            };
            self.value(&inner, keys)?;
            if self.next_char() != Some('}') {
                self.take(',')?;
            }
        }
        self.take('}')
    }

    fn array(&mut self, path: &str, keys: &mut Vec<String>) -> Result<(), String> {
        self.take('[')?;
        let mut index = 0;
        while self.next_char() != Some(']') {
            self.value(&format!("{path}.{index}"), keys)?;
            index += 1;
            if self.next_char() != Some(']') {
                self.take(',')?;
            }
        }
        self.take(']')
    }

    fn string(&mut self) -> Result<String, String> {
        self.take('"')?;
        let mut text = String::new();
        let mut chars = self.rest.char_indices();
        while let Some((at, c)) = chars.next() {
            match c {
                '"' => {
                    self.rest = &self.rest[at + 1..];
                    return Ok(text);
                }
                '\\' => text.extend(chars.next().map(|(_, escaped)| escaped)),
                _ => text.push(c),
            }
        }
        Err(self.problem("a text without its end"))
    }

    /// A number, true, false or null.
    fn plain(&mut self) -> Result<(), String> {
        let end = self
            .rest
            .find(|c: char| !c.is_alphanumeric() && !"+-.".contains(c));
        match end {
            Some(end) if 0 < end => {
                self.rest = &self.rest[end..];
                Ok(())
            }
            _ => Err(self.problem("not a value")),
        }
    }

    fn next_char(&mut self) -> Option<char> {
        self.rest = self.rest.trim_start();
        self.rest.chars().next()
    }

    fn take(&mut self, expected: char) -> Result<(), String> {
        if self.next_char() != Some(expected) {
            return Err(self.problem(&format!("`{expected}` expected")));
        }
        self.rest = &self.rest[expected.len_utf8()..];
        Ok(())
    }

    fn problem(&self, what: &str) -> String {
        let read = &self.whole[..self.whole.len() - self.rest.len()];
        format!("line {}: {what}", read.matches('\n').count() + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_are_named_by_their_path() {
        let text = r#"{ "a": { "b": "x, \"y\" }", "c": ["p", {"q": 1}] }, "d": "", "e": {} }"#;
        assert_eq!(keys(text).unwrap(), ["a.b", "a.c.0", "a.c.1.q", "d"]);
    }

    #[test]
    fn what_is_no_json_is_refused_with_its_line() {
        assert_eq!(
            keys("{\n\"a\": \"x\"\n\"b\": 1}").unwrap_err(),
            "line 3: `,` expected"
        );
        assert!(keys("{\"a\": \"x").is_err());
        assert!(keys("{} {}").is_err());
        assert!(keys("").is_err());
    }
}
