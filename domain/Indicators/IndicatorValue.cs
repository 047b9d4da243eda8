using Supervision.Language;
using Supervision.Plans;
using Supervision.Tasks;

namespace Supervision.Indicators;

/// <summary>A measured value (指标值), on a day, with what proves it.</summary>
/// <param name="Indicator">The id of the indicator within its task.</param>
/// <param name="Value">A number, or the class of an ordinal scale; for a milestone 1 or 0.</param>
/// <param name="ReferenceValue">The value of the other series on that day, where the indicator is a difference to it.</param>
[GenerateSerializer, Immutable, Alias("IndicatorValue")]
public sealed record IndicatorValue(
    [property: Id(0)] string Indicator,
    [property: Id(1)] DateOnly On,
    [property: Id(2)] TargetValue Value,
    [property: Id(3)] decimal? ReferenceValue,
    [property: Id(4)] IReadOnlyList<EvidenceReference> Evidence,
    [property: Id(5)] AgencyCode By);

/// <summary>What one agency takes of an indicator that sums up (分解到单位的份额).</summary>
[GenerateSerializer, Immutable, Alias("Share")]
public sealed record Share([property: Id(0)] AgencyCode Agency, [property: Id(1)] decimal Value);
