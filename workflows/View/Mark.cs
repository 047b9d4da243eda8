namespace Supervision.Workflows.View;

/// <summary>How far an instance is with an activity.</summary>
public enum Mark
{
    /// <summary>Not reached, or nothing is kept of it.</summary>
    Plain,
    Done,
    Cancelled,

    /// <summary>Something inside goes on.</summary>
    UnderWay,

    Waiting,

    /// <summary>It waits, and its limit has passed.</summary>
    Overdue,
    Faulted,
}
