namespace Supervision.Processes;

/// <summary>An activity of a process has failed and stands until somebody retries it, skips it or aborts the process.</summary>
/// <param name="Run">Which run of the activity: with stream and instance it names the incident.</param>
/// <param name="Activity">The activity's id in the definition; <paramref name="Name"/> is what people read.</param>
/// <param name="Node">The ids of the containers around the activity and its own.</param>
/// <param name="Message">Why it failed, at most <see cref="MessageLengthMax"/> characters.</param>
[GenerateSerializer, Immutable, Alias("ProcessIncident")]
public sealed record ProcessIncident(
    [property: Id(0)] string Instance,
    [property: Id(1)] int Run,
    [property: Id(2)] string Activity,
    [property: Id(3)] string Node,
    [property: Id(4)] string Name,
    [property: Id(5)] string Message,
    [property: Id(6)] DateTimeOffset At)
{
    public const int MessageLengthMax = 500;
}

/// <summary>How an incident came to its end.</summary>
public enum IncidentEnd
{
    /// <summary>The activity ran again.</summary>
    Retried,

    /// <summary>The activity counts as completed.</summary>
    Skipped,

    /// <summary>The process went on without the branch that stood.</summary>
    Passed,
}
