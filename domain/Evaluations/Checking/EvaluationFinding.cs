using System.Globalization;
using Supervision.Definitions;

namespace Supervision.Evaluations;

/// <summary>Something that a check found in a scheme or in what is to be evaluated.</summary>
/// <param name="Code">Stable; docs/rules/evaluation-schemes.md and evaluation-bundle.md list them all.</param>
/// <param name="Place">Where, such as <c>indicators/gdp</c> or <c>sheets/experts/li.ming/xinxian/gdp</c>.</param>
[GenerateSerializer, Immutable, Alias("EvaluationFinding")]
public sealed record EvaluationFinding(
    [property: Id(0)] string Code,
    [property: Id(1)] Severity Severity,
    [property: Id(2)] string Place,
    [property: Id(3)] string Chinese,
    [property: Id(4)] string English);

/// <summary>A row of a catalogue of findings: a stable code, its weight, and both sentences with places for values.</summary>
public sealed record FindingKind(string Code, Severity Severity, string Chinese, string English)
{
    public EvaluationFinding At(string place, params object?[] values) => new(
        Code, Severity, place,
        string.Format(CultureInfo.InvariantCulture, Chinese, values), string.Format(CultureInfo.InvariantCulture, English, values));
}
