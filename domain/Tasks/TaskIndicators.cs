using System.Collections.Immutable;
using Supervision.Indicators;

namespace Supervision.Tasks;

/// <summary>What is measured of a task.</summary>
/// <param name="EvidenceRule">佐证要求, in words.</param>
/// <param name="Newest">The value of the latest day by indicator; how it came there stands in the ledger.</param>
/// <param name="Before">The value of the day before that, where there is one: a value that went backwards is asked about.</param>
public sealed record TaskIndicators(
    IReadOnlyList<Indicator> All, string? EvidenceRule, ImmutableSortedDictionary<string, IndicatorValue> Newest,
    ImmutableSortedDictionary<string, IndicatorValue> Before)
{
    // A snapshot does not know by what its words are compared.
    public ImmutableSortedDictionary<string, IndicatorValue> Newest { get; init; } = Newest.WithComparers(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, IndicatorValue> Before { get; init; } = Before.WithComparers(StringComparer.Ordinal);

    public static TaskIndicators None { get; } = new(
        [], null, ImmutableSortedDictionary.Create<string, IndicatorValue>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, IndicatorValue>(StringComparer.Ordinal));

    public Indicator? Find(string id) => All.FirstOrDefault(indicator => indicator.Id == id);

    public TaskIndicators Set(IReadOnlyList<Indicator>? indicators, string? evidenceRule) =>
        this with { All = indicators ?? [], EvidenceRule = evidenceRule };

    /// <summary>A value that comes late for an earlier day does not hide a later one; one of the same day corrects it.</summary>
    public TaskIndicators Recorded(IndicatorValue value)
    {
        var newest = Newest.GetValueOrDefault(value.Indicator);
        if (newest?.On > value.On)
            return this;

        return this with
        {
            Newest = Newest.SetItem(value.Indicator, value),
            Before = newest is not null && newest.On < value.On ? Before.SetItem(value.Indicator, newest) : Before,
        };
    }
}
