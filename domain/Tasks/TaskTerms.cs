using System.Text.Json.Serialization;
using Supervision.Language;
using Supervision.Plans;

namespace Supervision.Tasks;

/// <summary>督查督办的种类 (条例第十四条, to be confirmed): comprehensive, special, incident, day-to-day, clue.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SupervisionKind>))]
public enum SupervisionKind { Comprehensive, Special, Incident, Daily, Clue }

/// <summary>事项来源.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TaskSource>))]
public enum TaskSource { Plan, Meeting, Document, LeaderInstruction, Proposal, Clue }

/// <summary>反馈周期.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Cadence>))]
public enum Cadence { None, Weekly, Monthly, Quarterly, Yearly }

/// <summary>办结评价, from the best to the worst.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Appraisal>))]
public enum Appraisal { Excellent, Good, Acceptable, Poor }

/// <summary>依据: who decided that this is supervised, by which paper, when, and how far it reaches. No task without one.</summary>
/// <param name="Basis">Decision of the government, or a leader's instruction, in words.</param>
/// <param name="By">Who decided.</param>
/// <param name="Reference">Number or title of the paper.</param>
/// <param name="On">Its date.</param>
/// <param name="Scope">What it covers.</param>
[GenerateSerializer, Immutable, Alias("AuthorityRecord")]
public sealed record AuthorityRecord(
    [property: Id(0)] string Basis,
    [property: Id(1)] string By,
    [property: Id(2)] string Reference,
    [property: Id(3)] DateOnly On,
    [property: Id(4)] string Scope);

/// <summary>Where in an official text a task comes from, with the literal quote.</summary>
/// <param name="Depth">How many sub-plans stand between the plan of the city and the task; null for none.</param>
[GenerateSerializer, Immutable, Alias("PlanOrigin")]
public sealed record PlanOrigin(
    [property: Id(0)] PlanId Plan, [property: Id(1)] string Path, [property: Id(2)] int Line, [property: Id(3)] string Quote,
    [property: Id(4)] int? Depth = null);

/// <summary>交办: who is to do it, until when, and how often it is reported.</summary>
/// <param name="Lead">牵头单位.</param>
/// <param name="Responsible">责任单位.</param>
/// <param name="Cooperating">配合单位.</param>
/// <param name="DueOn">The last day that is in time, Asia/Shanghai.</param>
/// <param name="SkipLevelReason">Needed when the lead is more than one level down (条例第五条, to be confirmed).</param>
[GenerateSerializer, Immutable, Alias("Assignment")]
public sealed record Assignment(
    [property: Id(0)] AgencyCode Lead,
    [property: Id(1)] IReadOnlyList<AgencyCode> Responsible,
    [property: Id(2)] IReadOnlyList<AgencyCode> Cooperating,
    [property: Id(3)] DateOnly DueOn,
    [property: Id(4)] string? SkipLevelReason = null)
{
    /// <summary>More agencies than this make a task nobody's.</summary>
    public const int AgenciesMax = 60;

    public IEnumerable<AgencyCode> Agencies => Responsible.Concat(Cooperating).Prepend(Lead).Distinct();

    public bool Involves(AgencyCode agency) =>
        agency == Lead || Responsible.Contains(agency) || Cooperating.Contains(agency);
}

/// <summary>佐证材料: a name and where it is kept: <c>sha256:…</c> of a stored file, or in words (a number, a shelf).</summary>
[GenerateSerializer, Immutable, Alias("EvidenceReference")]
public sealed record EvidenceReference([property: Id(0)] string Name, [property: Id(1)] string Reference);

/// <summary>An order to make a sub-plan.</summary>
/// <param name="Plan">The id of the sub-plan, given with the order: the task's id and the agency.</param>
/// <param name="FileBy">The day by which it is to be submitted.</param>
/// <param name="Definition">The process that it goes through; null for the shipped one.</param>
[GenerateSerializer, Immutable, Alias("SubPlanOrder")]
public sealed record SubPlanOrder(
    [property: Id(0)] PlanId Plan, [property: Id(1)] AgencyCode Agency, [property: Id(2)] DateOnly FileBy,
    [property: Id(3)] string? Definition = null);

/// <summary>What a sub-plan promises of an indicator of the task above: the sum over its items.</summary>
[GenerateSerializer, Immutable, Alias("PromisedShare")]
public sealed record PromisedShare([property: Id(0)] string Indicator, [property: Id(1)] decimal Value);
