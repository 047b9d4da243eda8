using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>同意提请.</summary>
internal sealed class GrantChange() : OfficeRequest(new(
    "Supervision.GrantChange", "同意提请", "Grant change", "所提请的转办、终止或重新办理生效。", "The transfer, termination or reopening that was asked for takes effect.", ""),
    RequestNames.GrantChange);
