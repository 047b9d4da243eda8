namespace Supervision.Evaluations;

/// <summary>Whether measurements and sheets may be evaluated by a scheme. Pure; finds all, not the first.</summary>
internal static partial class InputRules
{
    private static readonly string[] Origins = ["event:", "import:", "evidence:", "sheet:"];

    public static IEnumerable<EvaluationFinding> Check(SchemeIndex index, EvaluationBundle bundle)
    {
        var known = new Dictionary<MeasurementKey, Measurement>();
        foreach (var measurement in bundle.Measurements)
        {
            if (!known.TryAdd(measurement.Key, measurement))
                yield return InputFindings.MeasurementTwice.At($"measurements/{measurement.Key}", measurement.Agency, measurement.Measure);
        }

        var findings = known.Values.SelectMany(measurement => Check(index, measurement, key => known.GetValueOrDefault(key)))
            .Concat(Panels(index, bundle));
        foreach (var finding in findings) yield return finding;
    }

    /// <summary>One measurement, and what it does to the indicators that read it.</summary>
    public static IEnumerable<EvaluationFinding> Check(
        SchemeIndex index, Measurement measurement, Func<MeasurementKey, Measurement?> known)
    {
        var place = $"measurements/{measurement.Key}";
        if (!index.GroupOf.TryGetValue(measurement.Agency, out var group))
            return [InputFindings.AgencyUnknown.At(place, measurement.Agency)];
        if (!index.Measures.TryGetValue(measurement.Measure, out var measure))
            return [InputFindings.MeasureUnknown.At(place, measurement.Measure)];

        EvaluationFinding[] form = [.. Form(measure, measurement, place), .. Origin(measurement, place)];
        return form.Length > 0
            ? form
            : index.ReadersOf[measure.Code].Where(reader => reader.IsFor(measurement.Agency, group))
                .SelectMany(reader => Reader(index, reader, measurement, known, place));
    }

    private static IEnumerable<EvaluationFinding> Form(Measure measure, Measurement measurement, string place)
    {
        var fits = measurement switch
        {
            Measurement.Number => measure.Form is MeasureForm.Number,
            Measurement.Rate => measure.Form is MeasureForm.Rate,
            Measurement.InClass => measure.Form is MeasureForm.Class,
            Measurement.Reached or Measurement.NotReached => measure.Form is MeasureForm.Day,
            _ => true,
        };
        if (!fits) yield return InputFindings.FormUnfit.At(place, measure.Code, measure.Form, measurement.KindName);
        if (measurement is Measurement.Number number && number.Unit != measure.Unit)
            yield return InputFindings.UnitDiffers.At(place, measure.Unit, number.Unit);
        if (measurement is Measurement.Rate rate)
        {
            if (rate.Whole.IsZero) yield return InputFindings.WholeZero.At(place);
            else if (rate.Part.IsNegative || rate.Part > rate.Whole) yield return InputFindings.RateUnfit.At(place, rate.Part, rate.Whole);
        }
    }

    private static IEnumerable<EvaluationFinding> Origin(Measurement measurement, string place)
    {
        var reason = measurement switch
        {
            Measurement.Missing missing => missing.Reason,
            Measurement.NotApplicable other => other.Reason,
            _ => null,
        };
        if (reason is null && measurement.References.Count == 0) yield return InputFindings.ReferenceMissing.At(place);
        if (reason is not null && string.IsNullOrWhiteSpace(reason)) yield return InputFindings.ReasonMissing.At(place);
        foreach (var malformed in measurement.References.Where(reference => !IsReference(reference)))
            yield return InputFindings.ReferenceMalformed.At(place, malformed);
    }

    private static bool IsReference(string reference) =>
        Array.Exists(Origins, origin => reference.Length > origin.Length && reference.StartsWith(origin, StringComparison.Ordinal));

    private static IEnumerable<EvaluationFinding> Reader(
        SchemeIndex index, Indicator reader, Measurement measurement, Func<MeasurementKey, Measurement?> known, string place)
    {
        if (measurement is Measurement.NotApplicable && reader.NotApplicable.As is NotApplicableAs.Refuse)
            yield return InputFindings.NotApplicableRefused.At(place, reader.Code);
        if (measurement is Measurement.InClass { Class: var name } && reader.Function is ScoringFunction.ClassTable table
            && !table.Classes.Any(entry => entry.Class == name))
        {
            yield return InputFindings.ClassUnknown.At(place, name, reader.Code);
        }

        if (reader.Function is ScoringFunction.PerEvent or ScoringFunction.VetoEvent
            && measurement is Measurement.Number { Value: var count } && (count.IsNegative || !count.IsWhole))
        {
            yield return InputFindings.EventsUnfit.At(place, count);
        }

        Fraction? Level(Level level) => level.Constant ?? Measured.ValueOf(
            index.Measures.GetValueOrDefault(level.Measure!.Value), known(new(measurement.Agency, level.Measure.Value)));
        if (reader.Function is ScoringFunction.Ratio ratio && Level(ratio.Target) is { IsPositive: false } target)
            yield return InputFindings.TargetNotPositive.At(place, reader.Code, target);
        if (reader.Function is ScoringFunction.Linear linear && Level(linear.Floor) is { } floor && floor == Level(linear.Target))
            yield return InputFindings.FloorIsTarget.At(place, reader.Code, floor);
    }
}
