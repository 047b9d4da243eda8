using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Registers;

/// <summary>
/// Which tasks and agencies a caller reaches: the one predicate of every query, counts and search included. Made from
/// the table of <see cref="TaskRights"/>, so that a list never shows what the task itself would deny.
/// </summary>
public abstract record Visibility
{
    private Visibility() { }

    /// <summary>What the caller may see.</summary>
    public static Visibility Of(Caller caller) => Of(TaskRights.ToView, caller);

    /// <summary>What these rights reach for the caller.</summary>
    public static Visibility Of(IReadOnlyList<Right> rights, Caller caller)
    {
        var scopes = rights.Where(right => caller.Is(right.Role)).Select(right => right.Scope).ToHashSet();
        if (scopes.Contains(Scope.All))
            return new All();

        var led = new HashSet<AgencyCode>(scopes.Contains(Scope.Portfolio) ? caller.Portfolio : []);
        var involved = new HashSet<AgencyCode>();
        if (scopes.Contains(Scope.Involved))
            involved.Add(caller.Agency);
        else if (scopes.Contains(Scope.Lead))
            led.Add(caller.Agency);

        return led.Count + involved.Count == 0 ? new None() : new Agencies(led, involved);
    }

    /// <summary>Whether a task with these agencies is reached; null while nobody was named for it.</summary>
    public abstract bool Covers(Assignment? on);

    /// <summary>Whether an agency's own affairs are reached.</summary>
    public abstract bool Covers(AgencyCode agency);

    public sealed record All : Visibility
    {
        public override bool Covers(Assignment? on) => true;

        public override bool Covers(AgencyCode agency) => true;
    }

    /// <param name="Led">Tasks that one of these leads.</param>
    /// <param name="Involved">Tasks that one of these is on, in any part.</param>
    public sealed record Agencies(IReadOnlySet<AgencyCode> Led, IReadOnlySet<AgencyCode> Involved) : Visibility
    {
        public override bool Covers(Assignment? on) =>
            on is not null && (Led.Contains(on.Lead) || on.Agencies.Any(Involved.Contains));

        public override bool Covers(AgencyCode agency) => Led.Contains(agency) || Involved.Contains(agency);
    }

    public sealed record None : Visibility
    {
        public override bool Covers(Assignment? on) => false;

        public override bool Covers(AgencyCode agency) => false;
    }
}
