//! Texts of the reasons that this mechanism gives.

use mechanism::text::Text;

pub const TEXTS: &[Text] = &[
    Text {
        code: "chasing.urged",
        zh: "催办：{n} 项待办未办结，其中逾期 {late} 项，最早应于 {oldest} 办结",
        en: "You are urged: {n} obligations are open, {late} of them late, the oldest was due on {oldest}",
        zh_do: "打开待办逐项办理",
        en_do: "Open your inbox and deal with them",
    },
    Text {
        code: "chasing.too_many",
        zh: "没有催办：一次最多催办 {n} 项",
        en: "Not urged: at most {n} obligations at once",
        zh_do: "按方案、条款或乡镇缩小范围",
        en_do: "Narrow it down by plan, clause or township",
    },
];
