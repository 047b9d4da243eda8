using Supervision.Coverage;
using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Api.Registers;

/// <summary>The holes that the facts of a task open and close, where it comes from a plan.</summary>
internal static class TaskHoleRows
{
    public static void Follow(Statements sql, SupervisedTask before, SupervisedTask after, DateTimeOffset at)
    {
        if (after.Registration is not { Origin: { } origin } registration || !Differ(before, after))
            return;

        var place = new HolePlace(origin.Plan, origin.Path, registration.Task.Value, registration.Title, origin.Quote, origin.Line, OfTask: true);
        if (before.Registration is null)
            HoleRows.End(sql, (place with { OfTask = false }).KeyOf(new Hole(HoleKind.TaskMissing)), at);
        HoleRows.Change(sql, place, CoverageRules.OfTask(before), CoverageRules.OfTask(after), at);
        foreach (var agency in Reached(after).Except(Reached(before)))
            HoleRows.Reach(sql, origin.Plan, agency, at);
    }

    // All that a hole depends on: most facts of a task touch none of it.
    private static bool Differ(SupervisedTask before, SupervisedTask after) =>
        before.Stage != after.Stage
        || !ReferenceEquals(before.Registration, after.Registration)
        || !ReferenceEquals(before.Assignment, after.Assignment)
        || !ReferenceEquals(before.Cascade, after.Cascade)
        || !ReferenceEquals(before.Indicators.All, after.Indicators.All)
        || before.Indicators.EvidenceRule != after.Indicators.EvidenceRule;

    private static IEnumerable<AgencyCode> Reached(SupervisedTask task) =>
        ((task.Assignment ?? task.Registration?.Proposed)?.Agencies ?? []).Concat(task.Cascade.SubPlans.Values.Select(stand => stand.Order.Agency));
}
