using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>通知.</summary>
internal sealed class Notify() : OfficeRequest(new(
    "Supervision.Notify", "通知", "Notify", "通知有关人员。", "Tells somebody.", "")
{
    Inputs =
    [
        new("to", "对象", "To", IsRequired: true) { Description = new("岗位、单位代码或账号。", "A post, the code of an agency, or an account.") },
        new("text", "内容", "Text", IsRequired: true) { Editor = "multiline", Description = new("通知的正文。", "What they are told.") },
    ],
}, RequestNames.Notify);
