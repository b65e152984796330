//! Texts of refusals that the server itself makes.

use mechanism::text::Text;

pub const TEXTS: &[Text] = &[
    Text {
        code: "edge.unknown_path",
        zh: "没有这个接口地址",
        en: "There is no such address of the interface",
        zh_do: "核对地址；升级后请刷新页面",
        en_do: "Check the address; after an upgrade reload the page",
    },
    Text {
        code: "edge.method",
        zh: "这个地址不支持此操作",
        en: "This address does not take that method",
        zh_do: "按接口文档改用所列方法",
        en_do: "Use one of the methods in the interface description",
    },
    Text {
        code: "edge.foreign_origin",
        zh: "没有接收：请求来自其他网站的页面",
        en: "Not accepted: the request comes from a page of another site",
        zh_do: "从本系统的页面操作；经代理访问时请管理员核对 public_url",
        en_do: "Work from the pages of this system; behind a proxy ask the administrator to check public_url",
    },
    Text {
        code: "edge.key_reused",
        zh: "没有接收：这个幂等键已用于另一请求",
        en: "Not accepted: this idempotency key belongs to another request",
        zh_do: "刷新页面后重新提交",
        en_do: "Reload the page and submit again",
    },
    Text {
        code: "edge.still_running",
        zh: "同一请求正在处理",
        en: "The same request is still running",
        zh_do: "稍候查看结果，不必重复提交",
        en_do: "Look at the result shortly; there is no need to submit again",
    },
    Text {
        code: "instance.not_training",
        zh: "正式环境的时间不能调整",
        en: "The time of a production instance cannot be moved",
        zh_do: "在演练环境中操作",
        en_do: "Do it on a training instance",
    },
    Text {
        code: "instance.backwards",
        zh: "时间只能向前调：现在是 {now}",
        en: "Time only moves forwards: it is {now} now",
        zh_do: "选一个更晚的时间",
        en_do: "Choose a later time",
    },
    // Refusals of the store itself, where two move the time at once or a command tries to.
    Text {
        code: "clock.backwards",
        zh: "时间只能向前调：刚被调到更晚",
        en: "Time only moves forwards: it was just moved further",
        zh_do: "看最新时间，选一个更晚的",
        en_do: "Look at the time now and choose a later one",
    },
    Text {
        code: "clock.production",
        zh: "正式环境的时间不能调整",
        en: "The time of a production instance cannot be moved",
        zh_do: "在演练环境中操作",
        en_do: "Do it on a training instance",
    },
    Text {
        code: "clock.foreign",
        zh: "时间由外部给定，不能在这里调整",
        en: "Time is given from outside and cannot be moved here",
        zh_do: "在给定时间的一方调整",
        en_do: "Move it where it is given",
    },
    Text {
        code: "instance.too_far",
        zh: "一次最多向前调 {days} 天",
        en: "Time moves forwards by {days} days at most at once",
        zh_do: "分几次调整",
        en_do: "Move it in several steps",
    },
];
