using Supervision.Agencies;
using Supervision.Coverage;
using Supervision.Plans;

namespace Supervision.Api.Registers;

/// <summary>The holes that the facts of a plan open and close.</summary>
internal static class PlanHoleRows
{
    /// <summary>Of the items that one fact has changed; only those are in the two states.</summary>
    public static void Follow(Statements sql, Plan before, Plan after, DateTimeOffset at)
    {
        foreach (var path in before.Items.Keys.Union(after.Items.Keys))
        {
            var (old, item) = (before.FindItem(path), after.FindItem(path));
            var (wasIssued, issued) = (before.Issued.Contains(path), after.Issued.Contains(path));
            if (ReferenceEquals(old, item) && wasIssued == issued)
                continue;

            var subject = (item ?? old)!;
            var place = PlaceOf(after, subject, issued);
            HoleRows.Change(sql, place, old is null ? [] : CoverageRules.OfItem(old, wasIssued), item is null ? [] : CoverageRules.OfItem(item, issued), at);
            foreach (var agency in (item?.Assignment?.Agencies ?? []).Except(old?.Assignment?.Agencies ?? []))
                HoleRows.Reach(sql, place.Plan, agency, at);
            if (issued)
                FollowState(sql, place, old?.State ?? ItemState.Active, subject.State, at);
        }
    }

    /// <summary>Which agencies the text names and how, and which it passes by.</summary>
    public static void AddText(Statements sql, PlanRegistered e, DateTimeOffset at, Organisation organisation)
    {
        var mentions = TextCoverage.MentionsOf(e.Draft, organisation);
        foreach (var mention in mentions)
        {
            sql.Execute(
                "INSERT INTO mentions (plan, path, agency, named_as, quote, line) VALUES ($plan, $path, $agency, $as, $quote, $line)",
                ("$plan", e.Plan.Value), ("$path", mention.Path), ("$agency", mention.Agency.Value), ("$as", (int)mention.As),
                ("$quote", mention.Quote), ("$line", mention.Line));
        }

        foreach (var (hole, first) in TextCoverage.HolesOf(mentions, organisation))
            HoleRows.Add(sql, new HolePlace(e.Plan, "", null, e.Draft.Title, first?.Quote, first?.Line), hole, at);
    }

    private static HolePlace PlaceOf(Plan plan, PlanItem item, bool issued) => new(
        plan.Id!.Value, item.Path, issued ? PlanTasks.TaskOf(plan, item).Value : null, item.Title, item.Quotes is [var quote, ..] ? quote.Text : null,
        item.Quotes is [var first, ..] ? first.Line : null);

    // While an item is suspended or removed, nothing of it is a hole.
    private static void FollowState(Statements sql, HolePlace place, ItemState before, ItemState after, DateTimeOffset at)
    {
        (string, object?)[] which = [("$plan", place.Plan.Value), ("$path", place.Path), ("$at", at.ToUnixTimeMilliseconds())];
        if (before is ItemState.Active && after is not ItemState.Active)
            sql.Execute("INSERT INTO item_outs (plan, path, since) VALUES ($plan, $path, $at) ON CONFLICT DO UPDATE SET until = NULL", which);
        else if (before is not ItemState.Active && after is ItemState.Active)
            sql.Execute("UPDATE item_outs SET until = $at WHERE plan = $plan AND path = $path AND until IS NULL", which);
    }
}
