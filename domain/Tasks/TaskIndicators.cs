using System.Collections.Immutable;
using Supervision.Indicators;

namespace Supervision.Tasks;

/// <summary>What is measured of a task.</summary>
/// <param name="EvidenceRule">佐证要求, in words.</param>
/// <param name="Newest">The value of the latest day by indicator; how it came there stands in the ledger.</param>
public sealed record TaskIndicators(
    IReadOnlyList<Indicator> All, string? EvidenceRule, ImmutableSortedDictionary<string, IndicatorValue> Newest)
{
    public static TaskIndicators None { get; } = new(
        [], null, ImmutableSortedDictionary.Create<string, IndicatorValue>(StringComparer.Ordinal));

    public Indicator? Find(string id) => All.FirstOrDefault(indicator => indicator.Id == id);

    public TaskIndicators Set(IReadOnlyList<Indicator>? indicators, string? evidenceRule) =>
        this with { All = indicators ?? [], EvidenceRule = evidenceRule };

    /// <summary>A value that comes late for an earlier day does not hide a later one.</summary>
    public TaskIndicators Recorded(IndicatorValue value) =>
        Newest.TryGetValue(value.Indicator, out var newest) && newest.On > value.On
            ? this
            : this with { Newest = Newest.SetItem(value.Indicator, value) };
}
