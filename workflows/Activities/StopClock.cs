using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>停表. The limits of this very process rest too: only an answer leads on to where the clock is resumed.</summary>
internal sealed class StopClock() : OfficeRequest(new(
    "Supervision.StopClock", "停表", "Stop the clock", "事项的各项时限停止计算，工作可以继续。", "Every limit of the task rests; the work may go on.", "")
{
    Inputs = [RequestInputs.Reason],
}, RequestNames.StopClock);
