using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Supervision.Language;

namespace Supervision.Evaluations;

/// <summary>Measurements, panels and marks, found by key, with their hashes. Never changed; a change makes a new one.</summary>
/// <remarks>Measurements stand in an ordered tree, so that one change copies its path and not a hundred thousand neighbours.</remarks>
internal sealed record EvaluationInputs
{
    private static readonly Comparer<MeasurementKey> Order = Comparer<MeasurementKey>.Create(Compare);

    private EvaluationBundle _rest;
    private EvaluationBundle? _bundle;

    public EvaluationInputs(EvaluationBundle bundle)
    {
        var ordered = bundle.Ordered();
        Known = ordered.Measurements.ToImmutableSortedDictionary(
            measurement => measurement.Key, measurement => (measurement, CanonicalJson.HashOf(measurement.Json)), Order);
        Panels = ordered.Panels.ToDictionary(panel => panel.Code);
        Marked = MarksOf(ordered.Sheets);
        (MeasurementsHash, PanelsHash, SheetsHash) =
            (HashOf(Known), CanonicalJson.HashOf(CanonicalJson.Of(ordered.Panels)), HashOf(ordered.Sheets));
        _rest = ordered with { Measurements = [] };
    }

    /// <summary>All of it in canonical order.</summary>
    public EvaluationBundle Bundle => _bundle ??= _rest with { Measurements = [.. Known.Values.Select(value => value.Measurement)] };

    public CutOff CutOff => _rest.CutOff;

    public bool IsSimulated => _rest.Simulated ?? false;

    public IReadOnlyList<JudgeSheet> Sheets => _rest.Sheets;

    public IReadOnlyDictionary<ItemCode, Panel> Panels { get; }

    public string MeasurementsHash { get; private init; }

    public string PanelsHash { get; }

    public string SheetsHash { get; private init; }

    private ImmutableSortedDictionary<MeasurementKey, (Measurement Measurement, string Hash)> Known { get; init; }

    private ILookup<(ItemCode Indicator, AgencyCode Agency), Fraction> Marked { get; init; }

    public Measurement? Find(MeasurementKey key) => Known.TryGetValue(key, out var known) ? known.Measurement : null;

    /// <summary>The marks in no order that means anything: only their sum, count and ends are used.</summary>
    public IReadOnlyList<Fraction> Marks(ItemCode indicator, AgencyCode agency) => [.. Marked[(indicator, agency)]];

    public EvaluationInputs With(Measurement measurement)
    {
        var ordered = measurement.Ordered();
        var known = Known.SetItem(measurement.Key, (ordered, CanonicalJson.HashOf(ordered.Json)));
        return this with { Known = known, MeasurementsHash = HashOf(known), _bundle = null };
    }

    public EvaluationInputs With(JudgeSheet sheet)
    {
        JudgeSheet[] sheets = [.. Sheets.Where(other => (other.Panel, other.Judge) != (sheet.Panel, sheet.Judge)), sheet];
        var rest = (_rest with { Sheets = sheets }).Ordered();
        return this with { _rest = rest, Marked = MarksOf(rest.Sheets), SheetsHash = HashOf(rest.Sheets), _bundle = null };
    }

    private static int Compare(MeasurementKey a, MeasurementKey b) => string.CompareOrdinal(a.Agency.Value, b.Agency.Value) is var agency and not 0
        ? agency
        : string.CompareOrdinal(a.Measure.Value, b.Measure.Value);

    private static ILookup<(ItemCode, AgencyCode), Fraction> MarksOf(IReadOnlyList<JudgeSheet> sheets) => sheets
        .SelectMany(sheet => sheet.Marks).ToLookup(mark => (mark.Indicator, mark.Agency), mark => mark.Mark);

    // Line by line: codes and hashes are ASCII, and the whole text would be a megabyte for one event more.
    private static string HashOf(ImmutableSortedDictionary<MeasurementKey, (Measurement Measurement, string Hash)> known)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> line = stackalloc byte[AgencyCode.LengthMax + ItemCode.LengthMax + (2 * SHA256.HashSizeInBytes) + 3];
        foreach (var (key, (_, hash)) in known)
        {
            var length = Encoding.ASCII.GetBytes(key.Agency.Value, line);
            line[length++] = (byte)'/';
            length += Encoding.ASCII.GetBytes(key.Measure.Value, line[length..]);
            line[length++] = (byte)' ';
            length += Encoding.ASCII.GetBytes(hash, line[length..]);
            line[length++] = (byte)'\n';
            sum.AppendData(line[..length]);
        }

        return Convert.ToHexStringLower(sum.GetHashAndReset());
    }

    private static string HashOf(IReadOnlyList<JudgeSheet> sheets) => CanonicalJson.HashOf(string.Concat(
        sheets.Select(sheet => $"{sheet.Panel}/{sheet.Judge} {CanonicalJson.HashOf(CanonicalJson.Of(sheet))}\n")));
}
