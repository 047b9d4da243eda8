using Supervision.Workflows.Activities;

namespace Supervision.Workflows.Checks;

/// <summary>What an activity waits for before it goes on.</summary>
internal enum WaitsFor
{
    Nothing,

    /// <summary>Somebody of the office, whom the system knows and reminds.</summary>
    Office,

    /// <summary>An instant that comes by itself.</summary>
    Time,

    /// <summary>Something that may never come.</summary>
    Outside,
}

/// <summary>Tells what waits.</summary>
internal static class Waiting
{
    /// <summary>What the activity itself waits for; what is inside it does not count.</summary>
    public static WaitsFor For(ActivityNode node) => ActivityCatalogue.Find(node) switch
    {
        OfficeWait => WaitsFor.Office,
        TimeWait => WaitsFor.Time,
        OfficeRequest when node.Inputs.TryGetValue("afterWorkingDays", out var days) && Literals.Text(days) != "0" => WaitsFor.Time,
        Event or RunTask => WaitsFor.Outside,
        not null when node.Type is ElsaTypes.ExecuteWorkflow or ElsaTypes.DispatchWorkflow
            && node.Inputs.TryGetValue("waitForCompletion", out var wait) && !bool.FalseString.Equals(Literals.Text(wait), StringComparison.OrdinalIgnoreCase) => WaitsFor.Outside,
        _ => WaitsFor.Nothing,
    };

    /// <summary>True when the activity, or anything inside it, is such a wait.</summary>
    public static bool Has(ActivityNode node, Func<ActivityNode, bool> isSuch) =>
        isSuch(node) || node.Inside.Any(child => Has(child, isSuch)) || (node.Workflow is { } used && Has(used.Root, isSuch));

    /// <summary>An activity and everything inside it.</summary>
    public static IEnumerable<ActivityNode> Everything(ActivityNode node) => node.Inside.SelectMany(Everything).Prepend(node);

    public static bool Has(ActivityNode node) => Has(node, inside => For(inside) != WaitsFor.Nothing);
}
