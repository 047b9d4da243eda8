using System.Collections.Immutable;
using System.Text.Json;
using Supervision.Language;

namespace Supervision.Processes;

/// <summary>One process of a stream: its definition, its state, what it waits for, what it has passed through and where it stands with an incident.</summary>
/// <param name="Open">The open incidents; null for none.</param>
public sealed record Process(
    string Instance, string Definition, string Hash, string? AttachedTo, JsonElement State, IReadOnlyList<Wait> Waits,
    Trail? Trail = null, ImmutableList<ProcessIncident>? Open = null)
{
    public ImmutableList<ProcessIncident> Incidents => Open ?? [];
}

/// <summary>The processes that run in one stream. Only recorded facts change it.</summary>
public sealed record ProcessSet(ImmutableSortedDictionary<string, Process> Running, bool ClockStopped)
{
    public static ProcessSet None { get; } = new(ImmutableSortedDictionary<string, Process>.Empty, ClockStopped: false);

    public IEnumerable<Wait> Waits => Running.Values.SelectMany(process => process.Waits);

    /// <summary>What has failed in the processes of the stream and needs somebody.</summary>
    public IEnumerable<ProcessIncident> Incidents => Running.Values.SelectMany(process => process.Incidents);

    public Wait? FindWait(string id) => Waits.FirstOrDefault(wait => wait.Id == id);

    /// <summary>The waiting point that this kind of command answers, or null: then the process does not ask for it now.</summary>
    public Wait? Waiting(string kind) => Waits.FirstOrDefault(wait => wait.Kind == kind);

    /// <summary>Every due time that should stand in the due index now, by key (wait and name); none while the clock stands.</summary>
    /// <remarks>A ladder rests while the process it belongs to stands with an incident: nobody can answer its silence then.</remarks>
    public IReadOnlyDictionary<string, DateTimeOffset> Dues => ClockStopped
        ? ImmutableDictionary<string, DateTimeOffset>.Empty
        : Running.Values.Where(process => process.AttachedTo is not { } wait || FindWait(wait) is not null)
            .SelectMany(process => process.Waits)
            .SelectMany(wait => wait.Dues.Select(due => (Key: DueKeyOf(wait.Id, due.Key), At: due.Value)))
            .ToDictionary(due => due.Key, due => due.At);

    /// <summary>The key of a due time: the wait's id and the due's name.</summary>
    public static string DueKeyOf(string wait, string name) => $"{wait}#{name}";

    public static (string Wait, string Name) PartsOf(string dueKey)
    {
        var at = dueKey.LastIndexOf('#');
        return at < 0 ? (dueKey, "") : (dueKey[..at], dueKey[(at + 1)..]);
    }

    public ProcessSet Evolve(Fact fact) => fact switch
    {
        ProcessStarted e => With(new Process(e.Instance, e.Definition, e.Hash, e.AttachedTo, default, [])),
        ProcessStepped e => With(Stepped(Running[e.Instance], e)),
        ProcessMigrated e => With(Running[e.Instance] with { Hash = e.ToHash, State = e.State, Waits = e.Waits }),
        ProcessIncidentRecorded { Incident: var incident } => With(Running[incident.Instance] with
        {
            Open = Running[incident.Instance].Incidents.Add(incident),
        }),
        ProcessIncidentResolved e => With(Running[e.Instance] with
        {
            Open = Running[e.Instance].Incidents.RemoveAll(incident => incident.Run == e.Run) is { IsEmpty: false } left ? left : null,
        }),
        ProcessEnded e => this with { Running = Running.Remove(e.Instance) },
        ProcessClockStopped => this with { ClockStopped = true },
        ProcessClockResumed => this with { ClockStopped = false },
        ProcessRequestRecorded or ProcessSubscribed or ProcessUnsubscribed => this,
        _ => throw UnknownFactException.Of(fact),
    };

    private static Process Stepped(Process process, ProcessStepped step) => process with
    {
        State = step.State,
        Waits = step.Waits,
        Trail = (process.Trail ?? Trail.None).Then(step.Passed),
    };

    private ProcessSet With(Process process) => this with { Running = Running.SetItem(process.Instance, process) };
}
