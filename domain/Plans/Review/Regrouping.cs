using System.Globalization;
using Supervision.Indicators;
using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Plans;

/// <summary>拆分, 合并, 增补. Nothing of the text is lost by it: quotes go where the item goes.</summary>
internal static class Regrouping
{
    public const int PartsMax = 50;

    /// <summary>As many as a reader takes in.</summary>
    public const int ItemsMax = PlanLimits.NodesMax;

    public static Decision Split(Plan plan, DraftIndex draft, PlanItem item, IReadOnlyList<ItemText> into)
    {
        if (into.Count is < 2 or > PartsMax)
            return Decision.Refuse(PlanRefusals.PartsOutOfRange, PartsMax);
        if (plan.Items.Count + into.Count - 1 > ItemsMax)
            return Decision.Refuse(PlanRefusals.TooManyItems, ItemsMax);
        if (into.Select(part => ItemChanges.TextsRefused(part.Title, part.Content)).FirstOrDefault(refused => refused is not null) is { } refused)
            return refused;

        // What one number was measured by is not measured twice.
        var paths = Paths(item.Path + ".", path => plan.Items.ContainsKey(path) || draft.Contains(path)).Take(into.Count);
        return new PlanItemSplit(item.Path,
        [
            .. into.Zip(paths, (part, path) => (part, path)).Select((named, n) => item with
            {
                Path = named.path,
                Number = plan.Numbers + 1 + n,
                Title = named.part.Title.Trim(),
                Content = named.part.Content.Trim(),
                Verdict = ItemVerdict.Open,
                VerdictReason = null,
                Indicators = null,
            }),
        ]);
    }

    public static Decision Merge(Plan plan, ItemChange.Merge change)
    {
        if (change.Paths.Distinct(StringComparer.Ordinal).Count() < 2 || change.Paths.Distinct(StringComparer.Ordinal).Count() != change.Paths.Count)
            return Decision.Refuse(PlanRefusals.MergeNeedsTwo);
        if (change.Paths.Select(path => ItemChanges.MissingIn(plan, path)).FirstOrDefault(missing => missing is not null) is { } missing)
            return missing;
        if (ItemChanges.TextsRefused(change.Title, change.Content) is { } refused)
            return refused;

        PlanItem[] items = [.. change.Paths.Select(path => plan.Items[path])];
        var owned = items.FirstOrDefault(item => item.Assignment is not null) ?? items[0];
        var verdict = items.All(item => item.Verdict is ItemVerdict.Accepted) ? ItemVerdict.Accepted : ItemVerdict.Open;
        return new PlanItemsMerged(change.Paths, owned with
        {
            Path = items[0].Path,
            Number = items[0].Number,
            Group = items[0].Group,
            Title = change.Title.Trim(),
            Content = change.Content.Trim(),
            Quotes = [.. items.SelectMany(item => item.Quotes).Distinct().OrderBy(quote => quote.Line)],
            Verdict = verdict,
            VerdictReason = null,
            Indicators = Joined(items),
        });
    }

    public static Decision Add(Plan plan, ItemChange.Add change, PlanContext context)
    {
        if (plan.Items.Count >= ItemsMax)
            return Decision.Refuse(PlanRefusals.TooManyItems, ItemsMax);
        if ((ItemChanges.TextsRefused(change.Title, change.Content) ?? ItemChanges.WeightRefused(change.Weight)
            ?? (change.Indicators is null ? null : MeasureRules.FlawOf(plan, change.Indicators))
            ?? PlanTexts.OptionalRefused(change.EvidenceRule, PlanTexts.EvidenceRule)
            ?? FlawOf(plan, change, context)) is { } refused)
        {
            return refused;
        }

        return new PlanItemAdded(new PlanItem(
            $"+{(plan.Added + 1).ToString(CultureInfo.InvariantCulture)}", plan.Numbers + 1, change.Group, change.Title.Trim(), change.Content.Trim(),
            [], ItemVerdict.Accepted, null, change.Assignment, change.Cadence, change.CadenceReason, change.LateReason, change.Indicators,
            change.EvidenceRule?.Trim(), change.Weight));
    }

    private static Decision? FlawOf(Plan plan, ItemChange.Add change, PlanContext context) => change.Assignment is { } assignment
        ? ReviewRules.FlawOf(plan, assignment, change.Cadence, change.CadenceReason, change.LateReason, context)
        : TaskRules.FlawOf(null, change.Cadence, change.CadenceReason, context.ForAssignments);

    private static IEnumerable<string> Paths(string stem, Func<string, bool> isTaken) =>
        Enumerable.Range(1, int.MaxValue).Select(n => stem + n.ToString(CultureInfo.InvariantCulture)).Where(path => !isTaken(path));

    // Ids are unique within a task; whose indicators they were is told by their quotes.
    private static Indicator[]? Joined(PlanItem[] items) => items.All(item => item.Indicators is null) ? null :
    [
        .. items.SelectMany(item => item.Indicators ?? []).Select((indicator, n) => indicator with { Id = MeasureRules.IdOf(n + 1) }),
    ];
}
