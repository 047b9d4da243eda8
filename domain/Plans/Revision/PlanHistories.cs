using System.Text.Json;
using Supervision.Language;

namespace Supervision.Plans;

/// <summary>The history of a plan, told from its facts. Pure.</summary>
public static class PlanHistories
{
    /// <summary>The entry of a fact; null for steps of processes, which say nothing of their own.</summary>
    public static PlanHistoryEntry? EntryOf(RecordedFact recorded) => PlanSentences.Of(recorded.Fact) is { } said
        ? new PlanHistoryEntry(
            recorded.Seq, recorded.At, recorded.Account, recorded.Agency, recorded.OnBehalfOf, FactJson.KindOf(recorded.Fact), said.Path, said.What)
        : null;

    /// <summary>Every version with what it changed, the first to the newest.</summary>
    public static IReadOnlyList<PlanDifference> VersionsOf(IEnumerable<RecordedFact> facts)
    {
        var plan = Plan.Initial;
        var versions = new List<PlanDifference>();
        foreach (var recorded in facts)
        {
            plan = plan.Evolve(recorded.Fact);
            switch (recorded.Fact)
            {
                case PlanAccepted:
                    versions.Add(Version(plan, recorded, null, [.. plan.InOrder.Where(item => plan.Issued.Contains(item.Path)).Select(item => new RevisionChange(null, item))]));
                    break;
                case PlanRevised e:
                    versions.Add(Version(plan, recorded, e.Reason, e.Changes));
                    break;
            }
        }

        return versions;
    }

    private static PlanDifference Version(Plan plan, RecordedFact recorded, string? reason, IReadOnlyList<RevisionChange> changes) => new(
        new PlanVersion(
            plan.Revision, recorded.At, recorded.Account, reason,
            plan.Items.Values.Count(item => plan.Issued.Contains(item.Path) && item.State is not ItemState.Removed), changes.Count),
        [.. changes.Select(change => new ItemDifference(
            change.After.Path, PlanTasks.TaskOf(plan, change.After), HowOf(change), FieldsOf(change), change.Before, change.After))]);

    private static ItemRevision HowOf(RevisionChange change) => (change.Before?.State, change.After.State) switch
    {
        (null, _) => ItemRevision.Added,
        (var before, var after) when before == after => ItemRevision.Changed,
        (_, ItemState.Suspended) => ItemRevision.Suspended,
        (_, ItemState.Removed) => ItemRevision.Removed,
        _ => ItemRevision.Resumed,
    };

    private static string[] FieldsOf(RevisionChange change)
    {
        if (change.Before is null) return [];

        var before = JsonSerializer.SerializeToElement(change.Before, FactJson.Options).EnumerateObject().ToDictionary(field => field.Name, field => field.Value.GetRawText());
        var after = JsonSerializer.SerializeToElement(change.After, FactJson.Options).EnumerateObject().ToDictionary(field => field.Name, field => field.Value.GetRawText());
        return [.. before.Keys.Union(after.Keys).Where(name => before.GetValueOrDefault(name) != after.GetValueOrDefault(name))];
    }
}
