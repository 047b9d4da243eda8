using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>逐级催办: one rung of a ladder.</summary>
internal sealed class Escalate() : OfficeRequest(new(
    "Supervision.Escalate", "逐级催办", "Escalate", "逾期未办时向上一级提醒。", "One rung of a ladder: somebody higher is told.", "")
{
    Inputs =
    [
        RequestInputs.About,
        new("rung", "级次", "Rung", "Int32", IsRequired: true) { Description = new("第几级，从 1 起。", "Which rung it is, from 1.") },
        RequestInputs.To,
        AfterInput,
    ],
}, RequestNames.Escalate);
