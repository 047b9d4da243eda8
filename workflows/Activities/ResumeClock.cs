using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>恢复计时.</summary>
internal sealed class ResumeClock() : OfficeRequest(new(
    "Supervision.ResumeClock", "恢复计时", "Resume the clock", "时限按停表的工作日数顺延。", "Limits move by the working days that the clock stood.", ""),
    RequestNames.ResumeClock);
