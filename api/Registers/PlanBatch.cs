using Supervision.Agencies;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Processes;
using Supervision.RollUps;

namespace Supervision.Api.Registers;

/// <summary>
/// The plans that one transaction touches. A plan is evolved as the domain says with those of its items alone that a
/// fact names: one of a thousand items costs what one of ten does.
/// </summary>
internal sealed class PlanBatch(Statements sql, RollUp rollUp, Organisation organisation)
{
    private readonly Dictionary<string, Touched> _touched = [];

    public void Apply(DecodedFact decoded, Fact fact)
    {
        var plan = Find(decoded.Id);
        plan.Version = decoded.Envelope.Seq;
        plan.ChangedAt = decoded.Envelope.RecordedAt;
        if (fact is ProcessFact)
            return;

        foreach (var path in PathsOf(fact))
            Load(plan, path);
        var before = plan.State;
        plan.State = before.Evolve(fact);
        PlanHoleRows.Follow(sql, before, plan.State, plan.ChangedAt);
        if (fact is PlanRegistered registered)
            PlanHoleRows.AddText(sql, registered, plan.ChangedAt, organisation);
    }

    public void Save()
    {
        foreach (var (id, plan) in _touched.Where(touched => touched.Value.State.Exists))
            UnfitStreamException.Watch($"plan/{id}", () => Save(plan));
    }

    private void Save(Touched plan)
    {
        PlanRows.Save(sql, plan.State, plan.Title, plan.ChangedAt, plan.Version);
        if (plan.IsNew)
            SaveNew(plan);
        foreach (var path in plan.Loaded.Keys.Union(plan.State.Items.Keys).ToArray())
            SaveItem(plan, path);
    }

    // Of an item that a text brought, the fact itself brings the state.
    private static IEnumerable<string> PathsOf(Fact fact) => fact switch
    {
        PlanItemAccepted e => [e.Path],
        PlanItemDropped e => [e.Path],
        PlanItemPostponed e => [e.Path],
        PlanItemEdited e => [e.Path],
        PlanItemSettled e => [e.Path],
        PlanItemMeasured e => [e.Path],
        PlanItemWeighed e => [e.Path],
        PlanItemSplit e => [e.Path],
        PlanItemsMerged e => e.Paths,
        PlanItemsIssued e => e.Paths,
        PlanAccepted e => e.Paths,
        PlanRevised e => e.Changes.Select(change => change.After.Path),
        _ => [],
    };

    private Touched Find(string id)
    {
        if (_touched.TryGetValue(id, out var plan))
            return plan;

        using (var row = sql.Read("SELECT state, title FROM plans WHERE plan = $plan", ("$plan", id)))
        {
            plan = row.Read()
                ? new Touched(isNew: false) { State = StateJson.Read<Plan>((byte[])row[0]), KnownTitle = row.GetString(1) }
                : new Touched(isNew: true) { State = Plan.Initial };
        }

        // A part that was read back does not know by what its words are compared.
        plan.State = plan.State with { Items = Plan.Initial.Items, Issued = Plan.Initial.Issued, SettledDoubts = Plan.Initial.SettledDoubts };
        _touched.Add(id, plan);
        return plan;
    }

    private void Load(Touched plan, string path)
    {
        if (plan.Loaded.ContainsKey(path) || plan.State.Items.ContainsKey(path))
            return;

        using var row = sql.Read("SELECT item, issued FROM plan_items WHERE plan = $plan AND path = $path",
            ("$plan", plan.State.Id?.Value), ("$path", path));
        if (!row.Read())
            return;

        var item = StateJson.Read<PlanItem>((byte[])row[0]);
        plan.Loaded.Add(path, (item, row.GetBoolean(1)));
        plan.State = plan.State with
        {
            Items = plan.State.Items.SetItem(path, item),
            Issued = row.GetBoolean(1) ? plan.State.Issued.Add(path) : plan.State.Issued,
        };
    }

    private void SaveNew(Touched plan)
    {
        var key = RollUpKey.Of(plan.State.Id!.Value);
        rollUp.Tell(key, plan.Version, Standing.Plan, own: 0);
        if (RollUpRules.PlaceOf(plan.State) is { } place)
            rollUp.Place(key, plan.Version, place);
    }

    private void SaveItem(Touched plan, string path)
    {
        var before = plan.Loaded.GetValueOrDefault(path);
        if (plan.State.FindItem(path) is not { } item)
        {
            PlanRows.DeleteItem(sql, plan.State, path);
            return;
        }

        var issued = plan.State.Issued.Contains(path);
        if (ReferenceEquals(before.Item, item) && before.Issued == issued)
            return;

        PlanRows.SaveItem(sql, plan.State, item);
        if (RollUpRules.PlaceOf(plan.State, item) is { } place)
            rollUp.Place(RollUpKey.Of(PlanTasks.TaskOf(plan.State, item)), plan.Version, place);
    }

    private sealed class Touched(bool isNew)
    {
        public bool IsNew { get; } = isNew;
        public required Plan State { get; set; }
        public string? KnownTitle { get; init; }
        public Dictionary<string, (PlanItem? Item, bool Issued)> Loaded { get; } = [];
        public long Version { get; set; }
        public DateTimeOffset ChangedAt { get; set; }
        public string Title => State.Draft?.Title ?? KnownTitle ?? State.Title;
    }
}
