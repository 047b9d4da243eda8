using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>逐级催办: one rung of a ladder.</summary>
internal sealed class Escalate() : OfficeRequest(new(
    "Supervision.Escalate", "逐级催办", "Escalate", "逾期未办时向上一级提醒。", "One rung of a ladder: somebody higher is told.", "")
{
    Inputs =
    [
        new("about", "事由", "About", IsRequired: true),
        new("rung", "级次", "Rung", "Int32", IsRequired: true),
        new("to", "对象", "To", IsRequired: true) { Options = ["liaison", "head", "leader-in-charge"] },
        AfterInput,
    ],
}, RequestNames.Escalate);
