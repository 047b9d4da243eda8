using System.Text.Json.Nodes;
using Supervision.Definitions;
using Supervision.Language;
using Supervision.Processes;

namespace Supervision.Plans;

/// <summary>滚动调整: an accepted plan is changed by a proposal and its approval, and every version can be read again.</summary>
internal static class RevisionRules
{
    public const string Instance = "revision";

    public static Decision Propose(Plan plan, Caller caller, ProposeRevision command, PlanContext context)
    {
        if (!plan.IsAccepted)
            return Decision.Refuse(PlanRefusals.NotAccepted);
        if (plan.Proposed is { } pending)
            return Decision.Refuse(PlanRefusals.RevisionPending, pending.Revision);
        if (PlanTexts.Refused(command.Reason, PlanTexts.Reason) is { } refused)
            return refused;
        if (command.Changes.Count is 0 or > ReviewRules.ChangesMax)
            return Decision.Refuse(PlanRefusals.ChangesOutOfRange, ReviewRules.ChangesMax);

        var (after, refusal) = Played(plan, command.Changes, context);
        if (refusal is not null)
            return refusal;
        if (Between(plan, after) is not { Count: > 0 } changes)
            return Decision.Refuse(PlanRefusals.NothingRevised);
        if (changes.Select(change => FlawOf(after, change.After, context)).FirstOrDefault(flaw => flaw is not null) is { } bare)
            return bare;

        return Decision.Record(new PlanRevisionProposed(plan.Revision + 1, command.Reason.Trim(), changes)).Then(Begun(plan, caller));
    }

    /// <summary>调整, when the process asks for it: its approvals are given.</summary>
    public static Decision Revised(Plan plan)
    {
        if (plan.Proposed is not { } proposed)
            return Decision.Nothing;

        var revised = new PlanRevised(proposed.Revision, proposed.Reason, proposed.Changes);
        return revised with { Promised = Promises.Of(plan.Evolve(revised)) };
    }

    public static Decision Refused(Plan plan) => plan.Proposed is { } proposed ? new PlanRevisionRefused(proposed.Revision) : Decision.Nothing;

    private static Stimulus.Start Begun(Plan plan, Caller caller) => new(Instance, DefinitionNames.PlanRevision, new JsonObject
    {
        ["agency"] = plan.Parent?.Agency.Value ?? "",
        ["proposer"] = WaitRules.AnswererOf(caller),
    });

    // The changes are played on a copy, so that one that builds on another is judged as it will be.
    private static (Plan After, Decision? Refused) Played(Plan plan, IReadOnlyList<ItemChange> changes, PlanContext context)
    {
        var draft = DraftIndex.Of(plan.Draft);
        for (var n = 0; n < changes.Count; n++)
        {
            var decision = Decide(plan, draft, changes[n], context);
            if (decision is Decision.Refused refused)
                return (plan, PlanRefusals.At(n, changes[n].About, refused));

            plan = ((Decision.Accepted)decision).Facts.Aggregate(plan, (sofar, fact) => sofar.Evolve(fact));
            if (StateAfter(changes[n]) is var (path, state))
                plan = plan with { Items = plan.Items.SetItem(path, plan.Items[path] with { State = state }) };
        }

        return (plan, null);
    }

    private static Decision Decide(Plan plan, DraftIndex draft, ItemChange change, PlanContext context) => change switch
    {
        ItemChange.Suspend c => Standing(plan, c.Path, ItemState.Active),
        ItemChange.Resume c => Standing(plan, c.Path, ItemState.Suspended),
        ItemChange.Remove c => Standing(plan, c.Path, ItemState.Active, ItemState.Suspended),
        // One that was put off or left out comes into the plan by a revision; one that is in it leaves it by being removed.
        ItemChange.Accept c when plan.FindItem(c.Path) is { Verdict: not ItemVerdict.Accepted } => ItemChanges.Decide(plan, draft, change, context),
        ItemChange.Add => ItemChanges.Decide(plan, draft, change, context),
        ItemChange.Edit c => OnMember(plan, c.Path) ?? ItemChanges.Decide(plan, draft, change, context),
        ItemChange.Settle c => OnMember(plan, c.Path) ?? ItemChanges.Decide(plan, draft, change, context),
        ItemChange.Measure c => OnMember(plan, c.Path) ?? ItemChanges.Decide(plan, draft, change, context),
        ItemChange.Weigh c => OnMember(plan, c.Path) ?? ItemChanges.Decide(plan, draft, change, context),
        _ => Decision.Refuse(PlanRefusals.NotInRevision),
    };

    private static Decision? OnMember(Plan plan, string path) => plan.FindItem(path) switch
    {
        null => Decision.Refuse(PlanRefusals.ItemNotFound, path),
        { State: ItemState.Removed } => Decision.Refuse(PlanRefusals.ItemStands, path, PlanLabels.Of(ItemState.Removed)),
        _ => null,
    };

    private static Decision Standing(Plan plan, string path, params ReadOnlySpan<ItemState> from) => plan.FindItem(path) switch
    {
        null or { Verdict: not ItemVerdict.Accepted } => Decision.Refuse(PlanRefusals.ItemNotFound, path),
        var item => from.Contains(item.State) ? Decision.Nothing : Decision.Refuse(PlanRefusals.ItemStands, path, PlanLabels.Of(item.State)),
    };

    private static (string Path, ItemState State)? StateAfter(ItemChange change) => change switch
    {
        ItemChange.Suspend c => (c.Path, ItemState.Suspended),
        ItemChange.Resume c => (c.Path, ItemState.Active),
        ItemChange.Remove c => (c.Path, ItemState.Removed),
        _ => null,
    };

    // An item that was not in the plan has no before: its task is a new one.
    private static List<RevisionChange> Between(Plan before, Plan after) =>
    [
        .. after.InOrder.Where(item => !ReferenceEquals(item, before.FindItem(item.Path)) && !PlanTexts.AreSame(item, before.FindItem(item.Path)))
            .Select(item => new RevisionChange(before.Issued.Contains(item.Path) ? before.Items[item.Path] : null, item)),
    ];

    private static Decision? FlawOf(Plan plan, PlanItem item, PlanContext context) =>
        item.State is not ItemState.Active || item.Verdict is not ItemVerdict.Accepted ? null
        : item.Assignment is null ? Decision.Refuse(PlanRefusals.ItemNotSettled, item.Path, 1)
        : Completeness.Flaw(plan, item, context);
}
