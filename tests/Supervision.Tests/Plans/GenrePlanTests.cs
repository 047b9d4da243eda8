using System.Globalization;
using System.Text;
using Supervision.Api.Documents;
using Supervision.Plans;
using Supervision.Tests.Plans.Documents;

namespace Supervision.Tests.Plans;

/// <summary>How much of what a careful person would draft is drafted, over plans of many cities and habits of writing.</summary>
public sealed class GenrePlanTests(ITestOutputHelper output)
{
    private const double Floor = 0.98;

    public static TheoryData<string> Plans => [.. GenrePlan.All().Select(plan => plan.FileName + ".plan")];

    [Fact]
    public void Tree_owners_deadlines_and_targets_are_drafted_with_few_missed_and_few_false()
    {
        var report = new StringBuilder();
        var totals = Enum.GetValues<Kind>().ToDictionary(kind => kind, _ => new Score(0, 0, 0));
        foreach (var plan in GenrePlan.All())
        {
            var (expected, found) = (plan.ExpectedFacts(), Drafted(plan));
            var differences = new StringBuilder();
            report.Append(CultureInfo.InvariantCulture, $"{plan.FileName,-28}");
            foreach (var kind in totals.Keys.ToList())
            {
                var score = Score.Of(expected.Where(fact => fact.Kind == kind), found.Where(fact => fact.Kind == kind), differences);
                totals[kind] += score;
                report.Append(CultureInfo.InvariantCulture, $" {kind} {score.Right}/{score.Expected} ({score.Found})");
            }

            report.AppendLine().Append(differences);
        }

        foreach (var (kind, score) in totals)
            report.AppendLine(CultureInfo.InvariantCulture, $"{kind,-10} precision {score.Precision:0.000} recall {score.Recall:0.000} of {score.Expected}");
        output.WriteLine(report.ToString());

        totals.Should().OnlyContain(total => total.Value.Precision >= Floor && total.Value.Recall >= Floor, "{0}", report);
    }

    [Theory, MemberData(nameof(Plans))]
    public void Every_draft_follows_the_schema_and_quotes_the_text(string name)
    {
        var plan = GenrePlan.Named(name);
        var draft = Opened.Draft(Encoding.UTF8.GetBytes(plan.Text), plan.FileName);

        DraftSchema.Problems(PlanDraftJson.Write(draft)).Should().BeEmpty();
        draft.Groups.Concat(draft.Context).SelectMany(part => part.WithDescendants()).Select(part => part.Path).Should().OnlyHaveUniqueItems();
    }

    private static IReadOnlyList<Said> Drafted(GenrePlan plan) =>
        PlanFile.Read(Encoding.UTF8.GetBytes(plan.Text), plan.FileName) is PlanReading.Read read ? Said.Of(read.Draft) : [];
}
