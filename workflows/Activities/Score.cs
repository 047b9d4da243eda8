using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>评分: several judges, blind until the last has scored; the result is their mean, without the extremes where the definition says so.</summary>
internal sealed class Score() : OfficeWait(new(
    WaitKinds.Score, "评委评分", "Score", "评委各自评分，全部评完后取平均分。", "Judges score blindly; when all have, the mean is taken.", "")
{
    Inputs =
    [
        WaitTerms.PurposeInput,
        WaitTerms.RoleInput with { IsRequired = false, Default = nameof(Language.Role.Evaluator) },
        new(Judges, "评委人数", "Judges", "Int32", IsRequired: true) { Description = new("须评分的人数。", "How many have to score.") },
        new(Full, "满分", "Full mark", "Int32", Default: "100") { Description = new("分数从 0 到满分。", "Scores lie between 0 and this.") },
        new(Trim, "去掉最高最低分", "Trim", "Boolean", Default: "false")
        {
            Description = new("去掉一个最高分和一个最低分；须有五名以上评委。", "Leaves out the highest and the lowest; needs five judges."),
        },
        .. WaitTerms.RecusalInputs,
    ],
    Outputs = [new("score", "得分", "Score", "Decimal"), new(ScoredBy, "评委", "Judges", "List<String>")],
    Outcomes = ["Scored"],
}, "score")
{
    public const string Judges = "judges";
    public const string Full = "full";
    public const string Trim = "trim";
    public const string ScoredBy = WaitRules.ScoredBy;

    /// <summary>Fewer judges leave no mean worth the name once the extremes are out.</summary>
    public const int TrimJudgesMin = 5;

    private const string Kept = "scores";

    public override IEnumerable<DefinitionFault> Check(ActivityNode node)
    {
        foreach (var fault in base.Check(node)) yield return fault;
        if (node.Inputs.TryGetValue(Trim, out var trim) && Expressions.ValueTypes.ToFlag(trim.Value)
            && node.Inputs.TryGetValue(Judges, out var judges) && Expressions.ValueTypes.ToWholeNumber(judges.Value) < TrimJudgesMin)
        {
            yield return new(
                $".{Trim}", $"少于 {TrimJudgesMin} 名评委时不能去掉最高最低分。", $"With fewer than {TrimJudgesMin} judges no score can be left out.");
        }
    }

    public override bool Answer(ActivityRun run, Bookmark bookmark, Answer answer)
    {
        if (!Answers.Contains(answer.Outcome) || Answerers.IsBarred(bookmark, answer.Fields)) return false;
        if (ScoreOf(bookmark, answer) is not { } score) return false;
        var judges = Answerers.Of(bookmark, ScoredBy).Add(Answerers.AccountOf(answer.Fields));
        // Not in the terms, which everybody sees: nobody is to know another's score before all are there.
        var scores = run.Kept.GetValueOrDefault(Kept).ToNode()?.AsArray() ?? [];
        scores.Add((JsonNode)JsonValue.Create(score));
        if (judges.Length >= bookmark.Terms.Number(Judges))
        {
            run.SetOutput("score", Values.Of(Mean([.. scores.Select(each => each!.GetValue<decimal>())], bookmark.Term(Trim).Length > 0)));
            run.SetOutput(ScoredBy, Values.Of(new JsonArray([.. judges.Select(name => JsonValue.Create(name))])));
            return base.Answer(run, bookmark, answer with { Data = null });
        }

        run.Kept = run.Kept.SetItem(Kept, Values.Of(scores));
        run.Burst.Replace(bookmark with { Terms = Answerers.With(bookmark.Terms, ScoredBy, judges) });
        return true;
    }

    /// <summary>Half up at two decimals.</summary>
    private static decimal Mean(ImmutableArray<decimal> scores, bool trim)
    {
        var counted = trim && scores.Length >= TrimJudgesMin ? scores.Sort().RemoveAt(scores.Length - 1).RemoveAt(0) : scores;
        return decimal.Round(counted.Average(), 2, MidpointRounding.AwayFromZero);
    }

    private static decimal? ScoreOf(Bookmark bookmark, Answer answer) =>
        decimal.TryParse(answer.Fields?["score"]?.ToString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var score)
        && score >= 0 && score <= (bookmark.Terms.Number(Full) ?? 100)
            ? score
            : null;
}
