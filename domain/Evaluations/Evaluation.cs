using Supervision.Language;

namespace Supervision.Evaluations;

/// <summary>
/// 考核: the one function from a scheme, measurements and sheets to a result, kept so that one change costs only what it
/// reaches. Pure: same input, same bytes.
/// </summary>
public sealed class Evaluation
{
    private readonly EvaluationScheme _scheme;
    private readonly SchemeIndex _index;
    private readonly EvaluationInputs _inputs;
    private readonly IReadOnlyList<GroupScores> _groups;

    private Evaluation(EvaluationScheme scheme, SchemeIndex index, EvaluationInputs inputs, IReadOnlyList<GroupScores> groups, string hash)
    {
        (_scheme, _index, _inputs, _groups) = (scheme, index, inputs, groups);
        Result = new EvaluationResult(
            scheme.Code, scheme.Version, hash, inputs.CutOff, inputs.MeasurementsHash, inputs.PanelsHash, inputs.SheetsHash,
            inputs.IsSimulated, [.. groups.Select(group => new GroupResult(group.Group.Code, group.Standings))]);
    }

    public EvaluationResult Result { get; }

    /// <summary>What it was computed from, in canonical order.</summary>
    public EvaluationBundle Bundle => _inputs.Bundle;

    /// <returns>The evaluation, or everything that keeps it from being computed.</returns>
    public static (Evaluation? Evaluation, IReadOnlyList<EvaluationFinding> Findings) Of(EvaluationBundle bundle)
    {
        var scheme = SchemeRules.Check(bundle.Scheme);
        if (!SchemeRules.IsSound(scheme)) return (null, scheme);

        var index = new SchemeIndex(bundle.Scheme);
        EvaluationFinding[] findings = [.. InputRules.Check(index, bundle)];
        return findings.Length > 0 ? (null, findings) : (Computed(bundle.Scheme, index, new EvaluationInputs(bundle)), scheme);
    }

    /// <summary>The same with one measurement changed or added: the same bytes as when all is computed anew.</summary>
    public (Evaluation? Evaluation, IReadOnlyList<EvaluationFinding> Findings) With(Measurement measurement)
    {
        EvaluationFinding[] findings = [.. InputRules.Check(_index, measurement, key =>
            key == measurement.Key ? measurement : _inputs.Find(key))];
        if (findings.Length > 0) return (null, findings);

        var reached = _index.ReadersOf[measurement.Measure].Select(indicator => indicator.Code).ToHashSet();
        var only = _index.GroupOf[measurement.Agency].Code;
        return (Recomputed(_inputs.With(measurement), reached, group => group.Code == only), []);
    }

    /// <summary>The same with one judge's sheet changed or added.</summary>
    public (Evaluation? Evaluation, IReadOnlyList<EvaluationFinding> Findings) With(JudgeSheet sheet)
    {
        EvaluationFinding[] findings = [.. InputRules.Check(_index, _inputs.Panels.Values, sheet)];
        if (findings.Length > 0) return (null, findings);

        var reached = _scheme.Indicators
            .Where(indicator => indicator.Function is ScoringFunction.PanelMean panel && panel.Panel == sheet.Panel)
            .Select(indicator => indicator.Code).ToHashSet();
        return (Recomputed(_inputs.With(sheet), reached, _ => true), []);
    }

    /// <summary>The same inputs by another scheme, for a trial: what the check of schemes forbids may be tried.</summary>
    internal Evaluation By(EvaluationScheme scheme) =>
        Computed(scheme, new SchemeIndex(scheme), _inputs);

    /// <summary>The points of one agency less those of another with the weights of <paramref name="varied"/>; null without totals.</summary>
    internal Fraction? Lead(EvaluationGroup varied, AgencyCode agency, AgencyCode other) =>
        GroupOf(varied.Code)?.Totals(varied, [agency, other], new OutcomeRules(_index, _inputs), new ScoreRules(_scheme)) is [{ } own, { } others]
            ? own - others
            : null;

    /// <summary>The agencies of a group that have a total, ready for many weights.</summary>
    internal IReadOnlyList<SampledAgency> Sampled(ItemCode group) => GroupOf(group) is { } scores
        ? [.. scores.Scores.Values.Where(score => score.Total is not null).Select(score => new SampledAgency(_scheme, scores.Group, score))]
        : [];

    private GroupScores? GroupOf(ItemCode code) => _groups.FirstOrDefault(group => group.Group.Code == code);

    private static Evaluation Computed(EvaluationScheme scheme, SchemeIndex index, EvaluationInputs inputs)
    {
        var outcomes = new OutcomeRules(index, inputs);
        var (scores, grades) = (new ScoreRules(scheme), new GradeRules(scheme));
        return new Evaluation(
            scheme, index, inputs, [.. scheme.Groups.Select(group => GroupScores.Of(scheme, group, outcomes, scores, grades))], scheme.Hash);
    }

    private Evaluation Recomputed(EvaluationInputs inputs, HashSet<ItemCode> reached, Func<EvaluationGroup, bool> isReached)
    {
        var outcomes = new OutcomeRules(_index, inputs);
        var (scores, grades) = (new ScoreRules(_scheme), new GradeRules(_scheme));
        return new Evaluation(
            _scheme, _index, inputs,
            [.. _groups.Select(group => isReached(group.Group) ? group.With(reached, outcomes, scores, grades) : group)], Result.SchemeHash);
    }
}
