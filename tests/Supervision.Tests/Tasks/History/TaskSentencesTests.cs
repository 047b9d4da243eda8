using System.Text;
using Supervision.Language;
using Supervision.Tasks;
using Supervision.Tests.Golden;

namespace Supervision.Tests.Tasks.History;

/// <summary>Everything that happens to a task is told; who adds a fact says how, or that it says nothing.</summary>
public sealed class TaskSentencesTests
{
    // What only carries something on: the numbers and sub-plans that follow speak for themselves.
    private static readonly string[] Silent = ["task.number-requested"];

    public static TheoryData<string, string> OfTasks =>
        [.. GoldenFactsTests.Lines.Where(line => line.Data.Item1.StartsWith("task.", StringComparison.Ordinal)).Select(line => line.Data)];

    [Theory, MemberData(nameof(OfTasks))]
    public void Every_fact_of_a_task_is_a_sentence_in_both_languages(string kind, string json)
    {
        var told = TaskHistoryEntry.Of(new RecordedFact(
            7, DateTimeOffset.UnixEpoch, new("clerk"), new("government-office"), null, FactJson.Read(kind, Encoding.UTF8.GetBytes(json))!));

        if (Silent.Contains(kind))
        {
            told.Should().BeNull();
            return;
        }

        told!.What.Chinese.Should().MatchRegex(@"\p{IsCJKUnifiedIdeographs}").And.NotContain("{");
        told.What.English.Should().NotBeEmpty().And.NotContain("{");
        told.Seq.Should().Be(7);
    }
}
