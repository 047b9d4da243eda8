namespace Supervision.RollUps;

/// <summary>One plan or task in the tree, with the sums of what is directly below it. Its size does not grow with the tree.</summary>
/// <param name="PlacedBy">The version of the stream that placed it last; an older word changes nothing.</param>
/// <param name="StandBy">The version of its own stream that it was told last; an older word changes nothing.</param>
/// <param name="Own">Permille that it reports itself, 0..1000.</param>
/// <param name="Weights">Sum of the weights of the children that count.</param>
/// <param name="Sum">Sum over them of weight × progress, exact.</param>
/// <param name="Given">What the node above counts of it at present; null where it is left out.</param>
/// <param name="LitTo">The node above that counts its lights at present.</param>
/// <param name="Mirrors">The node that it has gone into; null for others.</param>
/// <param name="Image">The progress of that node.</param>
/// <param name="IsMirrored">Whether another node has gone into this one.</param>
public sealed record RollUpNode(
    string Key, Placement? Placement, long PlacedBy, Standing Standing, long StandBy, int Own, long Weights, Ratio Sum,
    Contribution? Given, string? LitTo, string? Mirrors = null, Ratio? Image = null, bool IsMirrored = false)
{
    public static RollUpNode New(string key) => new(key, null, 0, Standing.Awaited, 0, 0, 0, 0, null, null);

    /// <summary>Its progress in permille, exact; null where it has none: it is left out, or nothing below it counts.</summary>
    public Ratio? Progress => Standing switch
    {
        Standing.Awaited => 0,
        Standing.Done => 1000,
        Standing.Open => Mean ?? Own,
        Standing.Plan or Standing.Split => Mean,
        Standing.Merged => Image,
        Standing.Suspended or Standing.Gone => null,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The highest mark that what is below has brought it to; 0 for none, and while only its own report counts.</summary>
    public int Reached => Standing is Standing.Open or Standing.Plan && Mean is { } mean ? Thresholds.ReachedBy(mean) : 0;

    /// <summary>What the node above is to count.</summary>
    public Contribution? Due => Placement is { Counts: true } place && Progress is { } progress
        ? new Contribution(place.Parent, place.Weight, progress)
        : null;

    /// <summary>The node above that is to count its lights.</summary>
    public string? DueLit => Placement is { Lit: true } place && Standing is not (Standing.Gone or Standing.Merged) ? place.Parent : null;

    private Ratio? Mean => Weights > 0 ? Sum / Weights : null;

    public RollUpNode Told(long version, Standing standing, int own, string? mirrors = null) =>
        version <= StandBy ? this : this with { StandBy = version, Standing = standing, Own = own, Mirrors = mirrors };

    public RollUpNode Placed(long version, Placement placement) =>
        version <= PlacedBy ? this : this with { PlacedBy = version, Placement = placement };

    public RollUpNode Without(Contribution given) => this with { Weights = Weights - given.Weight, Sum = Sum - (given.Progress * given.Weight) };

    public RollUpNode With(Contribution given) => this with { Weights = Weights + given.Weight, Sum = Sum + (given.Progress * given.Weight) };
}

/// <summary>What a child adds to the node above it.</summary>
public sealed record Contribution(string Parent, int Weight, Ratio Progress);
