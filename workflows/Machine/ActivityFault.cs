namespace Supervision.Workflows;

/// <summary>An activity cannot do what the definition asks of it. The burst records an incident.</summary>
/// <param name="activity">The activity to blame, when it is not the one at work.</param>
internal sealed class ActivityFault(string message, string? activity = null) : Exception(message)
{
    public string? Activity => activity;
}
