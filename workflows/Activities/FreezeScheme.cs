using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>冻结考核办法.</summary>
internal sealed class FreezeScheme() : OfficeRequest(new(
    "Supervision.FreezeScheme", "冻结考核办法", "Freeze scheme", "考核办法定稿，成为一个版本，此后只能经修订改变。",
    "The scheme of evaluation becomes a version; from then on only a recorded change alters it.", ""),
    RequestNames.FreezeScheme);
