using System.Text;
using Supervision.Language;

namespace Supervision.Evaluations;

/// <summary>Measurements, panels and marks, found by key, with their hashes. Never changed; a change makes a new one.</summary>
internal sealed record EvaluationInputs
{
    public EvaluationInputs(EvaluationBundle bundle)
    {
        var ordered = bundle.Ordered();
        Bundle = ordered;
        Measurements = ordered.Measurements.ToDictionary(measurement => measurement.Key);
        Panels = ordered.Panels.ToDictionary(panel => panel.Code);
        Hashes = [.. ordered.Measurements.Select(measurement => (measurement.Key, measurement.Hash))];
        AllMarks = MarksOf(ordered.Sheets);
        (MeasurementsHash, PanelsHash, SheetsHash) = (HashOf(Hashes), CanonicalJson.HashOf(CanonicalJson.Of(ordered.Panels)), HashOf(ordered.Sheets));
    }

    public EvaluationBundle Bundle { get; private init; }

    public IReadOnlyDictionary<MeasurementKey, Measurement> Measurements { get; private init; }

    public IReadOnlyDictionary<ItemCode, Panel> Panels { get; }

    public string MeasurementsHash { get; private init; }

    public string PanelsHash { get; }

    public string SheetsHash { get; private init; }

    private IReadOnlyList<(MeasurementKey Key, string Hash)> Hashes { get; init; }

    private ILookup<(ItemCode Indicator, AgencyCode Agency), Fraction> AllMarks { get; init; }

    /// <summary>The marks in no order that means anything: only their sum, count and ends are used.</summary>
    public IReadOnlyList<Fraction> Marks(ItemCode indicator, AgencyCode agency) => [.. AllMarks[(indicator, agency)]];

    public EvaluationInputs With(Measurement measurement)
    {
        var measurements = new Dictionary<MeasurementKey, Measurement>(Measurements) { [measurement.Key] = measurement };
        var at = PlaceOf(measurement.Key);
        var isNew = at == Hashes.Count || Hashes[at].Key != measurement.Key;
        IReadOnlyList<(MeasurementKey, string)> hashes =
            [.. Hashes.Take(at), (measurement.Key, measurement.Hash), .. Hashes.Skip(isNew ? at : at + 1)];
        IReadOnlyList<Measurement> all =
            [.. Bundle.Measurements.Take(at), measurement.Ordered(), .. Bundle.Measurements.Skip(isNew ? at : at + 1)];
        return this with
        {
            Bundle = Bundle with { Measurements = all }, Measurements = measurements, Hashes = hashes, MeasurementsHash = HashOf(hashes),
        };
    }

    public EvaluationInputs With(JudgeSheet sheet)
    {
        JudgeSheet[] sheets = [.. Bundle.Sheets.Where(other => (other.Panel, other.Judge) != (sheet.Panel, sheet.Judge)), sheet];
        var bundle = (Bundle with { Measurements = [], Sheets = sheets }).Ordered() with { Measurements = Bundle.Measurements };
        return this with { Bundle = bundle, AllMarks = MarksOf(bundle.Sheets), SheetsHash = HashOf(bundle.Sheets) };
    }

    // The place of the key among the ordered ones, or where it would stand.
    private int PlaceOf(MeasurementKey key)
    {
        var (from, to) = (0, Hashes.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (Compare(Hashes[middle].Key, key) < 0) from = middle + 1;
            else to = middle;
        }

        return from;
    }

    private static int Compare(MeasurementKey a, MeasurementKey b) => string.CompareOrdinal(a.Agency.Value, b.Agency.Value) is var agency and not 0
        ? agency
        : string.CompareOrdinal(a.Measure.Value, b.Measure.Value);

    private static ILookup<(ItemCode, AgencyCode), Fraction> MarksOf(IReadOnlyList<JudgeSheet> sheets) => sheets
        .SelectMany(sheet => sheet.Marks).ToLookup(mark => (mark.Indicator, mark.Agency), mark => mark.Mark);

    private static string HashOf(IReadOnlyList<(MeasurementKey Key, string Hash)> hashes)
    {
        var lines = new StringBuilder(hashes.Count * 100);
        foreach (var (key, hash) in hashes) lines.Append(key.Agency.Value).Append('/').Append(key.Measure.Value).Append(' ').Append(hash).Append('\n');
        return CanonicalJson.HashOf(lines.ToString());
    }

    private static string HashOf(IReadOnlyList<JudgeSheet> sheets) => CanonicalJson.HashOf(string.Concat(
        sheets.Select(sheet => $"{sheet.Panel}/{sheet.Judge} {CanonicalJson.HashOf(CanonicalJson.Of(sheet))}\n")));
}
