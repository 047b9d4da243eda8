using System.Text.Json.Serialization;
using Supervision.Language;

namespace Supervision.Evaluations;

/// <summary>考核数据: what is known of one measure of one agency at the cut-off, and where it came from.</summary>
/// <remarks>Not a fact of the ledger, but drawn from such facts, or recorded as one when it was brought in.</remarks>
/// <param name="References">
/// Where each comes from: <c>event:STREAM:SEQ</c>, <c>import:HASH:ROW</c>, <c>evidence:HASH</c>. A value has at least one.
/// </param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Number), "number")]
[JsonDerivedType(typeof(Rate), "rate")]
[JsonDerivedType(typeof(InClass), "class")]
[JsonDerivedType(typeof(Reached), "reached")]
[JsonDerivedType(typeof(NotReached), "not-reached")]
[JsonDerivedType(typeof(Missing), "missing")]
[JsonDerivedType(typeof(NotApplicable), "not-applicable")]
public abstract record Measurement(AgencyCode Agency, ItemCode Measure, IReadOnlyList<string> References)
{
    public MeasurementKey Key => new(Agency, Measure);

    /// <summary>What it says, from one of its kinds, on disk.</summary>
    public string KindName => this switch
    {
        Number => "number",
        Rate => "rate",
        InClass => "class",
        Reached => "reached",
        NotReached => "not-reached",
        Missing => "missing",
        NotApplicable => "not-applicable",
        _ => throw new System.Diagnostics.UnreachableException("Name the new kind here and above."),
    };

    /// <summary>The hash of the canonical form; the references stand in order of their text in it.</summary>
    public string Hash => CanonicalJson.HashOf(Ordered().Json);

    // As CanonicalJson.Of would write it, without a tree in between: there may be a million references.
    internal string Json => CanonicalJson.Members(
    [
        ("agency", CanonicalJson.Text(Agency.Value)), ("kind", CanonicalJson.Text(KindName)), ("measure", CanonicalJson.Text(Measure.Value)),
        ("references", CanonicalJson.Items(References.Select(CanonicalJson.Text))), .. Own(),
    ]);

    private IEnumerable<(string, string?)> Own() => this switch
    {
        Number number => [("value", CanonicalJson.Text(number.Value)), ("unit", CanonicalJson.Text(number.Unit))],
        Rate rate =>
        [
            ("part", CanonicalJson.Text(rate.Part)), ("whole", CanonicalJson.Text(rate.Whole)),
            ("care", rate.Care is null ? null : CanonicalJson.Text(rate.Care)),
        ],
        InClass named => [("class", CanonicalJson.Text(named.Class))],
        Reached reached => [("on", CanonicalJson.Text(reached.On.ToString("O", System.Globalization.CultureInfo.InvariantCulture)))],
        Missing missing => [("reason", CanonicalJson.Text(missing.Reason))],
        NotApplicable other => [("reason", CanonicalJson.Text(other.Reason))],
        _ => [],
    };

    public Measurement Ordered() => this with { References = [.. References.Order(StringComparer.Ordinal)] };

    /// <param name="Unit">As the measure has it; another one is refused.</param>
    public sealed record Number(
        AgencyCode Agency, ItemCode Measure, Fraction Value, string Unit, IReadOnlyList<string> References)
        : Measurement(Agency, Measure, References);

    /// <param name="Part">What counts, such as reports in time.</param>
    /// <param name="Whole">What it is part of, such as reports due; not zero.</param>
    /// <param name="Care">What was left out of both, and why; for the reader.</param>
    public sealed record Rate(
        AgencyCode Agency, ItemCode Measure, Fraction Part, Fraction Whole, IReadOnlyList<string> References, string? Care = null)
        : Measurement(Agency, Measure, References);

    public sealed record InClass(AgencyCode Agency, ItemCode Measure, string Class, IReadOnlyList<string> References)
        : Measurement(Agency, Measure, References);

    public sealed record Reached(AgencyCode Agency, ItemCode Measure, DateOnly On, IReadOnlyList<string> References)
        : Measurement(Agency, Measure, References);

    public sealed record NotReached(AgencyCode Agency, ItemCode Measure, IReadOnlyList<string> References)
        : Measurement(Agency, Measure, References);

    public sealed record Missing(AgencyCode Agency, ItemCode Measure, string Reason, IReadOnlyList<string> References)
        : Measurement(Agency, Measure, References);

    public sealed record NotApplicable(AgencyCode Agency, ItemCode Measure, string Reason, IReadOnlyList<string> References)
        : Measurement(Agency, Measure, References);
}

/// <summary>One measure of one agency: there is at most one measurement of it.</summary>
public readonly record struct MeasurementKey(AgencyCode Agency, ItemCode Measure)
{
    public override string ToString() => $"{Agency}/{Measure}";
}
