namespace Supervision.Registers;

/// <summary>An open incident: which activity of which process of which actor stands, since when and why.</summary>
/// <param name="Actor">The kind of the actor, such as <c>task</c>; with <paramref name="Id"/> it is the stream.</param>
/// <param name="Run">Names the incident within the process.</param>
public sealed record IncidentRow(
    string Actor, string Id, string Instance, int Run, string Definition, string Hash, string Activity, string Node, string Name,
    string Message, DateTimeOffset At);

/// <summary>Open incidents, the newest first.</summary>
public sealed record IncidentPage(IReadOnlyList<IncidentRow> Items, long Total, string? Next, RegisterStand Stand)
{
    public const string Order = "Incidents";
}

/// <summary>A process that runs, and by which content of its definition.</summary>
public sealed record InstanceRow(string Stream, string Instance, string Hash);

/// <summary>Running processes of one definition, by stream.</summary>
public sealed record InstancePage(IReadOnlyList<InstanceRow> Items, long Total, string? Next, RegisterStand Stand)
{
    public const string Order = "Instances";
}

/// <summary>Which running processes: those of a definition that do not run this content yet.</summary>
/// <param name="From">Only those that run this one; null for every other.</param>
public sealed record InstanceFilter(string Definition, string NotYet, string? From);
