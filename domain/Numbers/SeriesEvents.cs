using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Numbers;

// Facts in the stream of a series of document numbers.

/// <summary>编号: the next number of the series is this task's.</summary>
/// <param name="Text">As it stands on the paper, for ever: 信政督〔2026〕1号.</param>
[Kind("series.number-allotted")]
public sealed record NumberAllotted(int Number, string Text, TaskId Task) : Fact;

/// <summary>作废: the task was taken back. The number stays spent and is never given again.</summary>
[Kind("series.number-voided")]
public sealed record NumberVoided(int Number, TaskId Task) : Fact;
