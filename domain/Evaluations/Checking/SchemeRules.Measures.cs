namespace Supervision.Evaluations;

/// <remarks>Measures: each with a source and a unit, each counted once.</remarks>
public static partial class SchemeRules
{
    private static IEnumerable<EvaluationFinding> Measures(EvaluationScheme scheme, SchemeIndex index)
    {
        var names = new Dictionary<string, ItemCode>();
        foreach (var measure in scheme.Measures)
        {
            var place = $"measures/{measure.Code}";
            if (string.IsNullOrWhiteSpace(measure.Source.From)) yield return SchemeFindings.SourceMissing.At(place);
            if (!MeasureUnits.Fits(measure.Form, measure.Unit)) yield return SchemeFindings.UnitUnknown.At($"{place}/unit", measure.Unit);
            if (!index.ReadersOf.Contains(measure.Code)) yield return SchemeFindings.MeasureUnused.At(place);
            if (measure.Prior is { } prior && !IsPrior(measure, prior)) yield return SchemeFindings.PriorUnfit.At($"{place}/prior");
            var name = string.Concat(measure.Name.Where(c => !char.IsWhiteSpace(c)));
            if (name.Length > 0 && !names.TryAdd(name, measure.Code)) yield return SchemeFindings.NameTwice.At(place, names[name]);
        }

        foreach (var indicator in scheme.Indicators)
        {
            foreach (var finding in MeasuresOf(indicator, index)) yield return finding;
        }

        foreach (var finding in CountedTwice(scheme)) yield return finding;
    }

    private static bool IsPrior(Measure measure, Prior prior) =>
        measure.Form is MeasureForm.Rate && prior.Cases.IsPositive && IsPercent(prior.Percent);

    private static IEnumerable<EvaluationFinding> MeasuresOf(Indicator indicator, SchemeIndex index)
    {
        var place = $"indicators/{indicator.Code}";
        if (indicator.Function is ScoringFunction.PanelMean)
        {
            if (indicator.Measure is not null) yield return SchemeFindings.MeasureOfPanel.At(place);
            yield break;
        }

        if (indicator.Measure is null) yield return SchemeFindings.MeasureMissing.At(place);
        var own = indicator.Measure is { } code ? index.Measures.GetValueOrDefault(code) : null;
        foreach (var used in indicator.Measures().Distinct())
        {
            if (!index.Measures.TryGetValue(used, out var measure))
                yield return SchemeFindings.CodeUnknown.At(place, used);
            else if (own is not null && own.Unit != measure.Unit)
                yield return SchemeFindings.LevelUnitDiffers.At(place, used);
        }

        if (own is not null && !Reads(indicator.Function, own.Form))
            yield return SchemeFindings.FormUnfit.At(place, indicator.Function.KindName, own.Form);
        if (string.IsNullOrWhiteSpace(indicator.Evidence)) yield return SchemeFindings.EvidenceMissing.At(place);
    }

    private static bool Reads(ScoringFunction function, MeasureForm form) => function switch
    {
        ScoringFunction.ClassTable => form is MeasureForm.Class,
        ScoringFunction.MilestoneDay => form is MeasureForm.Day,
        ScoringFunction.PerEvent or ScoringFunction.VetoEvent => form is MeasureForm.Number,
        _ => form is MeasureForm.Number or MeasureForm.Rate,
    };

    // A veto may rest on what is scored elsewhere: it takes no points.
    private static IEnumerable<EvaluationFinding> CountedTwice(EvaluationScheme scheme)
    {
        var told = new HashSet<(ItemCode, ItemCode)>();
        foreach (var same in scheme.Indicators.Where(indicator => indicator is { Measure: not null, Kind: not IndicatorKind.Veto })
            .GroupBy(indicator => indicator.Measure!.Value).Where(same => same.Count() > 1))
        {
            foreach (var (group, agency) in scheme.Groups.SelectMany(group => group.Agencies, (group, agency) => (group, agency)))
            {
                Indicator[] counting = [.. same.Where(indicator => indicator.IsFor(agency, group))];
                foreach (var second in counting.Skip(1).Where(second => told.Add((counting[0].Code, second.Code))))
                    yield return SchemeFindings.MeasureTwice.At($"indicators/{second.Code}", same.Key, agency, counting[0].Code);
            }
        }
    }
}
