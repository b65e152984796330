//! Texts of the reasons that this mechanism gives.

use mechanism::text::Text;

const fn text(code: &'static str, zh: &'static str, en: &'static str, zh_do: &'static str, en_do: &'static str) -> Text {
    Text { code, zh, en, zh_do, en_do }
}

pub const TEXTS: &[Text] = &[
    text("records.faults", "没有提交成功：有 {n} 处填写不对", "Not filed: {n} fields are wrong", "改好标出的字段再交，填写内容已保留", "Correct the marked fields and send again; your input is kept"),
    text("records.unknown_form.not_found", "没有这张表单", "There is no such form", "从待办重新打开", "Open it again from the inbox"),
    text("records.other_version.conflict", "没有提交成功：表单已更新到第 {current} 版，填的是第 {filled} 版", "Not filed: the form is now version {current}, you filled version {filled}", "填写内容已保留；打开新版核对后再交", "Your input is kept; open the new version, check and send again"),
    text("records.unknown_field", "表单没有“{field}”字段", "The form has no field {field}", "去掉这个字段", "Remove the field"),
    text("records.not_asked", "“{label}”此时不需要填", "{label} is not asked here", "清空这个字段", "Clear the field"),
    text("records.required", "“{label}”必填", "{label} is required", "填写后再交", "Fill it in"),
    text("records.not_a_number", "“{label}”要填数字", "{label} must be a number", "只写数字", "Write digits only"),
    text("records.not_a_day", "“{label}”要填日期，例如 2022-09-30", "{label} must be a day such as 2022-09-30", "改成年-月-日", "Write year-month-day"),
    text("records.not_a_reference", "“{label}”要从名单里选", "{label} must be chosen from the list", "重新选择", "Choose again"),
    text("records.not_an_attachment", "“{label}”要先上传", "{label} must be uploaded first", "先上传文件", "Upload the file first"),
    text("records.not_a_choice", "“{label}”不在可选项内", "{label} is not one of the choices", "重新选择", "Choose again"),
    text("records.not_a_text", "“{label}”要填文字", "{label} must be text", "改成文字", "Write text"),
    text("records.not_a_table", "“{label}”要填表格", "{label} must be a table", "按行填写", "Fill in rows"),
    text("records.too_long", "“{label}”太长", "{label} is too long", "缩短后再交", "Shorten it"),
    text("records.other_content.conflict", "没有提交成功：同一编号已交过另一份内容", "Not filed: the same id was used with other content", "原记录未动；重新开一份再交", "The first record is untouched; start a new one"),
    text("records.stated_in_future", "没有提交成功：所述时间晚于现在", "Not filed: the stated time lies in the future", "改成实际发生的时间", "State when it happened"),
    text("records.supersedes_other", "没有提交成功：更正的不是同一单位的同一表单", "Not filed: it corrects another body's record or another form", "从原记录打开“更正”", "Start the correction from the record itself"),
    text("records.superseded_before.conflict", "没有提交成功：原记录已被更正过", "Not filed: the record was corrected before", "从最新一份更正", "Correct the latest one"),
    text("records.not_in_force.conflict", "没有通过审核：这份记录已退回或已被更正", "Not approved: the record was returned or corrected", "看最新一份", "Look at the latest one"),
    text("records.own_approval", "没有通过审核：填报人不能审核自己的记录", "Not approved: nobody approves what he filed", "由本单位审核人审核", "The body's approver does it"),
    text("records.not_approver", "没有通过审核：审核人不属于该单位", "Not approved: you do not approve for this body", "由本单位审核人审核", "The body's approver does it"),
    text("records.not_yours", "没有提交成功：不能以这个主体的名义填报", "Not filed: you may not file as this party", "换成本人或本单位", "File as yourself or your body"),
    text("records.type_differs", "没有接收：文件内容与类型“{media}”不符", "Not accepted: the content is not what the type {media} says", "换成真正的照片或文档", "Send a real picture or document"),
    text("records.type_refused", "没有接收：不支持“{media}”类型", "Not accepted: the type {media} is not supported", "可用：JPEG、PNG、WebP、PDF、DOCX、XLSX、纯文本", "Use JPEG, PNG, WebP, PDF, DOCX, XLSX or plain text"),
    text("records.secret", "没有接收：文件标有密级，本系统为非涉密系统", "Not accepted: the file bears a secrecy mark; this system is not for secret material", "不要上传涉密文件", "Do not upload secret files"),
    text("records.attachment_missing", "没有提交成功：附件尚未上传完", "Not filed: an attachment has not arrived", "等上传完成再交", "Wait for the upload"),
];
