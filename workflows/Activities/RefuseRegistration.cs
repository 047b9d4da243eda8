using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>不予立项.</summary>
internal sealed class RefuseRegistration() : OfficeRequest(new(
    "Supervision.RefuseRegistration", "不予立项", "Refuse registration", "所报事项不予立项。", "What was registered is not approved.", "")
{
    Inputs = [new("purpose", "事项", "Purpose", Default: "registration") { Description = new("未获批准的事项。", "What was not approved.") }],
}, RequestNames.RefuseRegistration);
