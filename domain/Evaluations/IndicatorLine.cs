namespace Supervision.Evaluations;

/// <summary>One indicator of one agency in a result: all that its points were computed from.</summary>
/// <param name="Weight">权重 as declared for the group; null of adjustments and vetoes.</param>
/// <param name="EffectiveWeight">After what does not apply was spread; null as above and where it does not apply itself.</param>
/// <param name="Attainment">得分率, 1 for the whole weight; null where there is none, and of adjustments and vetoes.</param>
/// <param name="Points">Rounded, the only rounding there is; below 0 of a deduction; null where held and of vetoes.</param>
/// <param name="Ceiling">Of a veto that has struck.</param>
public sealed record IndicatorLine(
    ItemCode Indicator,
    string Function,
    LineState State,
    IReadOnlyList<LineValue> Values,
    string? Reason,
    string? Rule,
    Fraction? Weight,
    Fraction? EffectiveWeight,
    Fraction? Attainment,
    Fraction? Points,
    ItemCode? Ceiling)
{
    private string? _json;

    /// <summary>The canonical JSON, made once: a line that a change does not reach is not written again.</summary>
    public string Json => _json ??= CanonicalJson.Members(
        ("indicator", CanonicalJson.Text(Indicator.Value)),
        ("function", CanonicalJson.Text(Function)),
        ("state", CanonicalJson.Text(StateName)),
        ("values", Values.Count == 0 ? null : CanonicalJson.Members([.. Values.Select(value => (value.Name, (string?)CanonicalJson.Text(value.Text)))])),
        ("reason", Reason is null ? null : CanonicalJson.Text(Reason)),
        ("rule", Rule is null ? null : CanonicalJson.Text(Rule)),
        ("weight", Text(Weight)),
        ("effectiveWeight", Text(EffectiveWeight)),
        ("attainment", Text(Attainment)),
        ("points", Text(Points)),
        ("ceiling", Ceiling is { } ceiling ? CanonicalJson.Text(ceiling.Value) : null));

    public string StateName => State switch
    {
        LineState.Scored => "scored",
        LineState.Filled => "filled",
        LineState.Granted => "granted",
        LineState.NotApplicable => "not-applicable",
        _ => "held",
    };

    public string? ValueOf(string name) => Values.FirstOrDefault(value => value.Name == name).Text;

    private static string? Text(Fraction? value) => value is { } number ? CanonicalJson.Text(number) : null;
}
