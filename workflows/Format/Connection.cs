namespace Supervision.Workflows;

/// <summary>An arrow of a flowchart: from one outcome of an activity to another activity.</summary>
public sealed record Connection(string Source, string Port, string Target)
{
    /// <summary>Names the arrow in the state of an instance.</summary>
    public string Key => $"{Source}:{Port}->{Target}";
}
