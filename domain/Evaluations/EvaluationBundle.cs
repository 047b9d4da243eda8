using System.Text;
using System.Text.Json;
using Supervision.Language;

namespace Supervision.Evaluations;

/// <summary>考核数据包: everything an evaluation is computed from, in one file. Described in docs/rules/evaluation-bundle.md.</summary>
/// <param name="Seals">Proofs that the ledger held what is referred to; carried along, never computed with.</param>
/// <param name="Simulated">True where the facts come from a simulated year; said wherever the result is shown.</param>
public sealed record EvaluationBundle(
    string Format,
    EvaluationScheme Scheme,
    CutOff CutOff,
    IReadOnlyList<Measurement> Measurements,
    IReadOnlyList<Panel> Panels,
    IReadOnlyList<JudgeSheet> Sheets,
    IReadOnlyList<JsonText>? Seals = null,
    bool? Simulated = null)
{
    public const string FormatName = "supervision.evaluation-bundle/1";

    /// <summary>Reads the file; what is wrong with its form is one finding, and nothing is half read.</summary>
    public static (EvaluationBundle? Bundle, EvaluationFinding? Finding) Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var bundle = JsonSerializer.Deserialize<EvaluationBundle>(json, EvaluationJson.Options);
            return bundle?.Format is FormatName
                ? (bundle, null)
                : (null, InputFindings.Malformed.At("format", $"format ≠ {FormatName}"));
        }
        catch (JsonException problem)
        {
            return (null, InputFindings.Malformed.At(problem.Path ?? "", problem.Message));
        }
        catch (InvalidOperationException problem)
        {
            // A string that is no Unicode text, such as half a surrogate pair, is found only when it is read.
            return (null, InputFindings.Malformed.At("", problem.Message));
        }
    }

    /// <summary>The canonical bytes, the same in whatever order measurements, panels and sheets were given.</summary>
    public byte[] Write() => Encoding.UTF8.GetBytes(CanonicalJson.Of(Ordered()));

    /// <summary>The same content, with everything that has no order of its own in order of its codes.</summary>
    public EvaluationBundle Ordered() => this with
    {
        CutOff = CutOff with { Positions = [.. CutOff.Positions.OrderBy(at => at.Shard).ThenBy(at => at.Position)] },
        Measurements = [.. Measurements.OrderBy(m => m.Agency.Value, StringComparer.Ordinal).ThenBy(m => m.Measure.Value, StringComparer.Ordinal)
            .Select(measurement => measurement.Ordered())],
        Panels = [.. Panels.OrderBy(panel => panel.Code.Value, StringComparer.Ordinal).Select(panel => panel.Ordered())],
        Sheets = [.. Sheets.OrderBy(sheet => sheet.Panel.Value, StringComparer.Ordinal)
            .ThenBy(sheet => sheet.Judge.Value, StringComparer.Ordinal).Select(sheet => sheet.Ordered())],
    };
}

/// <summary>截止: the day up to which is evaluated, and how far the feed of each shard was read for it.</summary>
public sealed record CutOff(DateOnly Day, IReadOnlyList<FeedPosition> Positions);
