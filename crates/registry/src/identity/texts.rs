//! Texts of the reasons that signing in and accounts give.

use crate::texts::text;
use mechanism::text::Text;

pub const TEXTS: &[Text] = &[
    text(
        "identity.wrong",
        "没有登录：账号或密码不对",
        "Not signed in: account or password is wrong",
        "核对后重新输入",
        "Check both and try again",
    ),
    text(
        "identity.wrong_left",
        "账号或密码不对，还可以试 {n} 次",
        "Account or password is wrong; {n} tries are left",
        "核对后重新输入；忘记密码请联系系统管理员重置",
        "Check both and try again; ask the system administrator for a reset if you forgot it",
    ),
    text(
        "identity.locked",
        "没有登录：连续输错，账号已锁定，{minutes} 分钟后再试",
        "Not signed in: too many wrong passwords; the account is locked for {minutes} more minutes",
        "稍后再试，或联系系统管理员重置密码",
        "Wait, or ask the system administrator for a new password",
    ),
    text(
        "identity.disabled",
        "没有登录：账号已停用",
        "Not signed in: the account is disabled",
        "联系系统管理员",
        "Ask the system administrator",
    ),
    text(
        "identity.password_short",
        "没有保存：密码少于 {n} 个字符",
        "Not saved: the password has fewer than {n} characters",
        "换一个更长的密码",
        "Choose a longer one",
    ),
    text(
        "identity.password_weak",
        "没有保存：密码太容易猜到",
        "Not saved: the password is too easy to guess",
        "不要包含账号，不要只用一个字符",
        "Leave out the account name, and use more than one character",
    ),
    text(
        "identity.password_same",
        "没有保存：新密码与原密码相同",
        "Not saved: the new password is the old one",
        "换一个不同的密码",
        "Choose a different one",
    ),
    text(
        "identity.roles_apart",
        "没有授权：角色“{role}”不能与“{other}”由同一人兼任",
        "Not granted: {role} and {other} may not be borne by the same person",
        "三类管理员分设，由不同的人担任",
        "The three administrators are three people",
    ),
    text(
        "identity.unknown_role",
        "没有授权：没有角色“{role}”",
        "Not granted: there is no role {role}",
        "从角色清单中选择",
        "Choose one from the list of roles",
    ),
    text(
        "identity.login_form",
        "没有保存：账号名只能用文字、数字和 . - _ @，2 至 40 个字符",
        "Not saved: an account name has 2 to 40 letters, digits or . - _ @",
        "换一个账号名",
        "Choose another name",
    ),
    text(
        "identity.login_taken.conflict",
        "没有保存：账号名“{login}”已被使用",
        "Not saved: the account name {login} is taken",
        "换一个账号名",
        "Choose another name",
    ),
    text(
        "identity.account.not_found",
        "没有这个账号",
        "There is no such account",
        "核对账号名",
        "Check the name",
    ),
    text(
        "identity.administrator_protected",
        "没有保存：管理员账号只能在服务器上用命令重置",
        "Not saved: the accounts of administrators are reset on the server only",
        "在服务器上运行 anlan user reset",
        "Run anlan user reset on the server",
    ),
    text(
        "identity.own_account",
        "没有保存：不能给自己的账号授权或停用",
        "Not saved: nobody grants to or disables his own account",
        "请另一名管理员办理",
        "Ask another administrator",
    ),
];
