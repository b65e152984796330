//! Texts of the reasons that this mechanism gives.

use mechanism::text::Text;

pub const TEXTS: &[Text] = &[
    Text {
        code: "channels.too_many",
        zh: "没有保存：地址或免打扰类别太多",
        en: "Not saved: too many addresses or muted categories",
        zh_do: "只保留用得到的",
        en_do: "Keep those that are needed",
    },
    Text {
        code: "channels.bad_address",
        zh: "没有保存：“{channel}”的地址不对",
        en: "Not saved: the address of {channel} is not one",
        zh_do: "核对后再存",
        en_do: "Check it and save again",
    },
    Text {
        code: "channels.telephone",
        zh: "没有保存：手机号不能写在这里",
        en: "Not saved: a mobile number does not belong here",
        zh_do: "填网关给的用户编号；个人电话另行加密保存",
        en_do: "Write the id that the gateway gives; private telephones are kept sealed",
    },
    Text {
        code: "channels.not_signed",
        zh: "没有接收：回执没有签名、签名不对或已过时",
        en: "Not taken: the receipt is not signed, signed wrongly or too old",
        zh_do: "核对密钥和时间",
        en_do: "Check the secret and the clock",
    },
    Text {
        code: "channels.unknown_state",
        zh: "没有接收：“{state}”不是送达状态",
        en: "Not taken: {state} is no state of a delivery",
        zh_do: "用 sent、delivered 或 failed",
        en_do: "Use sent, delivered or failed",
    },
];
