namespace Supervision.Evaluations;

/// <summary>How an indicator of an agency came to its points.</summary>
public enum LineState
{
    /// <summary>By its function.</summary>
    Scored,

    /// <summary>The value is missing; the declared rule stands in for it.</summary>
    Filled,

    /// <summary>It does not apply; a declared percentage is given.</summary>
    Granted,

    /// <summary>It does not apply, and its weight has gone to others.</summary>
    NotApplicable,

    /// <summary>The value is missing, and without it there is no total.</summary>
    Held,
}

/// <summary>A number or word that a formula was filled with, by the name that docs/rules/scoring.md gives it.</summary>
public readonly record struct LineValue(string Name, string Text)
{
    public LineValue(string name, Fraction value)
        : this(name, value.ToString()) { }
}

/// <summary>What an indicator says of an agency, before weights.</summary>
/// <param name="Attainment">得分率, 1 for the whole weight; of adjustments the points, of a veto the events.</param>
/// <param name="Reason">Why there is no value.</param>
/// <param name="Rule">What stands in for the value.</param>
internal sealed record Outcome(LineState State, Fraction Attainment, string? Reason = null, string? Rule = null)
{
    public IReadOnlyList<LineValue> Values { get; init; } = [];

    public bool Equals(Outcome? other) =>
        other is not null && State == other.State && Attainment == other.Attainment && Reason == other.Reason && Rule == other.Rule
        && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => HashCode.Combine(State, Attainment, Reason, Rule);

    public static Outcome Of(Fraction attainment, IEnumerable<LineValue> values) =>
        new(LineState.Scored, attainment) { Values = [.. values] };
}

/// <summary>What the measurements alone say: an outcome, or that there is no value, or that it does not apply.</summary>
internal readonly record struct Finding(Outcome? Outcome, string? Missing, string? NotApplicable)
{
    public const string SampleTooSmall = "sample-too-small";
    public const string TooFewRanked = "too-few-ranked";
    public const string NoMeasurement = "no-measurement";
    public const string MarksAbsent = "marks-absent";
    public const string TooFewMarks = "too-few-marks";

    public static Finding Of(Outcome outcome) => new(outcome, null, null);

    public static Finding IsMissing(string reason) => new(null, reason, null);

    public static Finding DoesNotApply(string reason) => new(null, null, reason);
}
