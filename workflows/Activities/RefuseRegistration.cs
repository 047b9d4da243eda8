using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>不予立项.</summary>
internal sealed class RefuseRegistration() : OfficeRequest(new(
    "Supervision.RefuseRegistration", "不予立项", "Refuse registration", "所报事项不予立项。", "What was registered is not approved.", "")
{
    Inputs = [new("purpose", "事项", "Purpose", Default: "registration")],
}, RequestNames.RefuseRegistration);
