namespace Supervision.Evaluations;

/// <remarks>Panels and sheets: who scores whom. Own agency is a hard block, whatever was declared.</remarks>
internal static partial class InputRules
{
    private static IEnumerable<EvaluationFinding> Panels(SchemeIndex index, EvaluationBundle bundle)
    {
        foreach (var same in bundle.Panels.GroupBy(panel => panel.Code).Where(same => same.Count() > 1))
            yield return InputFindings.PanelTwice.At($"panels/{same.Key}", same.Key);
        foreach (var panel in bundle.Panels)
        {
            foreach (var same in panel.Judges.GroupBy(judge => judge.Account).Where(same => same.Count() > 1))
                yield return InputFindings.JudgeTwice.At($"panels/{panel.Code}", same.Key);
            foreach (var recusal in panel.Recusals.Where(recusal => !panel.Judges.Any(judge => judge.Account == recusal.Judge)))
                yield return InputFindings.JudgeUnknown.At($"panels/{panel.Code}/recusals", recusal.Judge, panel.Code);
        }

        foreach (var same in bundle.Sheets.GroupBy(sheet => (sheet.Panel, sheet.Judge)).Where(same => same.Count() > 1))
            yield return InputFindings.SheetTwice.At($"sheets/{same.Key.Panel}/{same.Key.Judge}", same.Key.Judge);
        foreach (var finding in bundle.Sheets.SelectMany(sheet => Check(index, bundle.Panels, sheet))) yield return finding;
    }

    public static IEnumerable<EvaluationFinding> Check(SchemeIndex index, IEnumerable<Panel> panels, JudgeSheet sheet)
    {
        var place = $"sheets/{sheet.Panel}/{sheet.Judge}";
        if (panels.FirstOrDefault(panel => panel.Code == sheet.Panel) is not { } panel)
            return [InputFindings.PanelUnknown.At(place, sheet.Panel)];
        if (panel.Judges.FirstOrDefault(judge => judge.Account == sheet.Judge) is not { } judge)
            return [InputFindings.JudgeUnknown.At(place, sheet.Judge, sheet.Panel)];

        IEnumerable<EvaluationFinding> reference = IsReference(sheet.Reference)
            ? []
            : [InputFindings.ReferenceMalformed.At(place, sheet.Reference)];
        var twice = sheet.Marks.GroupBy(mark => (mark.Agency, mark.Indicator)).Where(same => same.Count() > 1)
            .Select(same => InputFindings.MarkTwice.At($"{place}/{same.Key.Agency}/{same.Key.Indicator}", same.Key.Agency, same.Key.Indicator));
        return reference.Concat(twice)
            .Concat(sheet.Marks.SelectMany(mark => Mark(index, panel, judge, mark, $"{place}/{mark.Agency}/{mark.Indicator}")));
    }

    private static IEnumerable<EvaluationFinding> Mark(SchemeIndex index, Panel panel, Judge judge, JudgeMark mark, string place)
    {
        if (!index.GroupOf.TryGetValue(mark.Agency, out var group))
        {
            yield return InputFindings.AgencyUnknown.At(place, mark.Agency);
            yield break;
        }

        if (!index.Indicators.TryGetValue(mark.Indicator, out var indicator) || !indicator.IsFor(mark.Agency, group)
            || indicator.Function is not ScoringFunction.PanelMean function || function.Panel != panel.Code)
        {
            yield return InputFindings.MarkUnfit.At(place, mark.Indicator, panel.Code, mark.Agency);
            yield break;
        }

        if (mark.Mark.IsNegative || mark.Mark > function.Scale)
            yield return InputFindings.MarkOutOfScale.At(place, mark.Mark, function.Scale);
        if (judge.Agency == mark.Agency) yield return InputFindings.MarkOwnAgency.At(place, judge.Account, mark.Agency);
        else if (panel.IsRecused(judge, mark.Agency)) yield return InputFindings.MarkRecused.At(place, judge.Account, mark.Agency);
    }
}
