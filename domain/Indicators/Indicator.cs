using Supervision.Plans;

namespace Supervision.Indicators;

/// <summary>指标: what is measured of a task, where it starts, where it must come to, and where it should stand on the way.</summary>
/// <param name="Id">Within its task: <c>i1</c>, <c>i2</c> …; stays with the indicator when it is edited.</param>
/// <param name="Unit">家, %, 百分点, MW …; null where the kind has none (milestone, directional).</param>
/// <param name="Sums">How the values of sub-plans make up this one.</param>
/// <param name="Baseline">The value at the start; null where nobody knows it.</param>
/// <param name="Target">Null for a directional indicator alone (明显缩小).</param>
/// <param name="Trajectory">Expected values by day, in order; empty for a straight line from baseline to target.</param>
/// <param name="DataSource">Who supplies the values (统计局, self-report …).</param>
/// <param name="Reference">The series that the value is a difference to (全省平均), for that kind alone.</param>
/// <param name="Quote">The words of the plan, with their line; null for what a person added.</param>
/// <param name="PartOf">In a sub-plan: the id of the indicator of the task above that this one is a part of.</param>
[GenerateSerializer, Immutable, Alias("Indicator")]
public sealed record Indicator(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] IndicatorKind Kind,
    [property: Id(3)] string? Unit,
    [property: Id(4)] Direction Direction,
    [property: Id(5)] Aggregation Sums,
    [property: Id(6)] decimal? Baseline,
    [property: Id(7)] TargetComparison? Op,
    [property: Id(8)] TargetValue? Target,
    [property: Id(9)] TargetStrength Strength,
    [property: Id(10)] IReadOnlyList<TrajectoryPoint> Trajectory,
    [property: Id(11)] string? DataSource = null,
    [property: Id(12)] string? Reference = null,
    [property: Id(13)] string? Quote = null,
    [property: Id(14)] int? Line = null,
    [property: Id(15)] string? PartOf = null);

/// <summary>What should be reached by a day.</summary>
[GenerateSerializer, Immutable, Alias("TrajectoryPoint")]
public sealed record TrajectoryPoint([property: Id(0)] DateOnly On, [property: Id(1)] decimal Expected);

/// <summary>The kinds of indicators (domain.md 1.2). Names are strings in the ledger: add, never rename.</summary>
[GenerateSerializer, Alias("IndicatorKind")]
public enum IndicatorKind
{
    /// <summary>5 家.</summary>
    Count,

    /// <summary>60%.</summary>
    Ratio,

    /// <summary>全覆盖: 100 of 100.</summary>
    FullCoverage,

    /// <summary>零增长: growth of at most 0.</summary>
    ZeroGrowth,

    /// <summary>Ⅲ类: a class, where the smaller one is better unless the direction says otherwise.</summary>
    Ordinal,

    /// <summary>高于全省平均 1 个百分点: needs the values of a second series.</summary>
    DifferenceToReference,

    /// <summary>2×1000 MW.</summary>
    Capacity,

    /// <summary>15 分钟.</summary>
    Time,

    /// <summary>一校一场两馆: several parts, each there or not; the value is how many of them are.</summary>
    Composite,

    /// <summary>开工, 建成: done or not.</summary>
    Milestone,

    /// <summary>明显缩小: a direction without a value; a person judges.</summary>
    Directional,
}

/// <summary>Which way is better.</summary>
[GenerateSerializer, Alias("Direction")]
public enum Direction { Up, Down }

/// <summary>How the values of sub-plans relate to the indicator above.</summary>
[GenerateSerializer, Alias("Aggregation")]
public enum Aggregation
{
    /// <summary>Shares add up to the target: 20 个中心 over ten counties.</summary>
    Sum,

    /// <summary>Each has to reach the target for itself: 全覆盖, Ⅲ类.</summary>
    Each,

    /// <summary>Measured above alone.</summary>
    None,
}
