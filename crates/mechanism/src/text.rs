//! The catalogue of texts that rules and problems refer to by code.

use crate::Lang;
use kernel::reason::Reason;

/// One text: what happened, and what to do, in both languages. `{name}` stands for a parameter.
#[derive(Clone, Copy, Debug)]
pub struct Text {
    pub code: &'static str,
    pub zh: &'static str,
    pub en: &'static str,
    /// What to do; empty where the text says all.
    pub zh_do: &'static str,
    pub en_do: &'static str,
}

/// The text of a reason: what happened and what to do. An unknown code renders as itself, so that nothing is lost.
pub fn render(texts: &[&Text], reason: &Reason, language: Lang) -> (String, String) {
    let Some(text) = texts.iter().find(|text| text.code == reason.code) else {
        return (reason.code.clone(), String::new());
    };
    let (what, remedy) = match language {
        Lang::Zh => (text.zh, text.zh_do),
        Lang::En => (text.en, text.en_do),
    };
    (fill(what, reason), fill(remedy, reason))
}

fn fill(pattern: &str, reason: &Reason) -> String {
    let mut out = pattern.to_owned();
    for (name, value) in &reason.params {
        out = out.replace(&format!("{{{name}}}"), value);
    }
    out
}

/// Texts of the edge itself.
pub const EDGE: &[Text] = &[
    // What was kept of a request that was refused.
    Text {
        code: "draft",
        zh: "填写内容已保留",
        en: "What you filled in is kept",
        zh_do: "",
        en_do: "",
    },
    Text {
        code: "edge.not_found",
        zh: "没有找到，或者不在可见范围内",
        en: "Not found, or outside what you may see",
        zh_do: "核对编号，或联系管理员调整范围",
        en_do: "Check the number, or ask an administrator to adjust your scope",
    },
    Text {
        code: "edge.unauthenticated",
        zh: "没有登录，或登录已过期",
        en: "Not signed in, or the session has ended",
        zh_do: "重新登录，已填内容保留在本页",
        en_do: "Sign in again; what you filled in stays on this page",
    },
    Text {
        code: "edge.forbidden",
        zh: "没有“{permission}”权限",
        en: "The right {permission} is missing",
        zh_do: "联系安全管理员授权",
        en_do: "Ask the security administrator for it",
    },
    Text {
        code: "edge.stale",
        zh: "没有保存：内容刚被别人改过（现为第 {found} 版）",
        en: "Not saved: somebody changed it meanwhile (now version {found})",
        zh_do: "看最新内容，改好再存",
        en_do: "Look at the latest version, then save again",
    },
    Text {
        code: "edge.conflict",
        zh: "没有保存：与已有内容冲突（{what}）",
        en: "Not saved: it conflicts with what is there ({what})",
        zh_do: "原有内容未动；核对后另存",
        en_do: "Nothing was overwritten; check and save anew",
    },
    Text {
        code: "edge.busy",
        zh: "没有保存：数据库正忙",
        en: "Not saved: the database is busy",
        zh_do: "稍后重试，已填内容保留在本页",
        en_do: "Try again shortly; what you filled in stays on this page",
    },
    Text {
        code: "edge.full",
        zh: "没有保存：磁盘已满",
        en: "Not saved: the disk is full",
        zh_do: "联系系统管理员清理空间，已确认的数据没有丢失",
        en_do: "Ask the system administrator to free space; nothing acknowledged was lost",
    },
    Text {
        code: "edge.failed",
        zh: "没有完成：服务出错",
        en: "Not done: the service failed",
        zh_do: "重试；仍不行时把编号告诉系统管理员",
        en_do: "Try again; if it persists, give the reference to the system administrator",
    },
    Text {
        code: "edge.too_large",
        zh: "没有接收：内容超过大小上限",
        en: "Not accepted: larger than the limit",
        zh_do: "减少内容或压缩附件",
        en_do: "Send less, or compress the attachment",
    },
    Text {
        code: "edge.malformed",
        zh: "没有接收：请求格式不对（{detail}）",
        en: "Not accepted: the request is malformed ({detail})",
        zh_do: "改正所指之处再发",
        en_do: "Correct the place named and send again",
    },
    Text {
        code: "page.foreign_key",
        zh: "翻页位置不属于这个列表",
        en: "The page key belongs to another list",
        zh_do: "从第一页重新打开列表",
        en_do: "Open the list again from its first page",
    },
];
