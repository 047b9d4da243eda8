namespace Supervision.Silo.Followers;

/// <summary>How many follow-ups of one entry are under way together. One at a time gives the same order each time, which a simulation needs.</summary>
internal sealed record FollowerPace(int AtOnce)
{
    /// <summary>A plan that is accepted has a thousand follow-ups; so many go side by side.</summary>
    public static FollowerPace Usual { get; } = new(16);
}
