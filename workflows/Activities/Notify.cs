using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>通知.</summary>
internal sealed class Notify() : OfficeRequest(new(
    "Supervision.Notify", "通知", "Notify", "通知有关人员。", "Tells somebody.", "")
{
    Inputs = [new("to", "对象", "To", IsRequired: true), new("text", "内容", "Text", IsRequired: true)],
}, RequestNames.Notify);
