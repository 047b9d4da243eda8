using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Agencies;

// Facts in the stream of a county or a department: what is the agency's own, across its tasks.

/// <summary>漏报: a report of one of its tasks has not come in time.</summary>
[Kind("agency.report-missed")]
public sealed record AgencyReportMissed(TaskId Task, string Period) : Fact;

/// <summary>The missing report came, or is no longer asked for.</summary>
[Kind("agency.report-caught-up")]
public sealed record AgencyReportCaughtUp(TaskId Task) : Fact;

/// <summary>逐级升级: silence about reports has climbed to <paramref name="To"/>; these tasks were silent then.</summary>
[Kind("agency.escalated")]
public sealed record AgencyEscalated(string About, int Rung, string To, IReadOnlyList<TaskId> Tasks) : Fact;

/// <summary>A proposal of bulletin or interview lies before the head. It is never carried out by itself.</summary>
[Kind("agency.measure-proposed")]
public sealed record AgencyMeasureProposed(string About, string What, IReadOnlyList<TaskId> Tasks) : Fact;
