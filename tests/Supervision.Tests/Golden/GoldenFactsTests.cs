using System.Text;
using Supervision.Agencies;
using Supervision.Language;
using Supervision.Tasks;
using Supervision.Tests.Architecture;

namespace Supervision.Tests.Golden;

/// <summary>Every line that was ever written must stay readable. Lines are added to the file, never edited.</summary>
public sealed class GoldenFactsTests
{
    private const string File = "tests/Supervision.Tests/Golden/facts.txt";

    public static TheoryData<string, string> Lines => [.. RepositoryRoot.Read(File)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Where(line => !line.StartsWith('#'))
        .Select(line => (line[..line.IndexOf(' ', StringComparison.Ordinal)], line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]))];

    [Theory, MemberData(nameof(Lines))]
    public void A_line_is_read_and_says_the_same_when_it_is_written_today(string kind, string json)
    {
        var fact = FactJson.Read(kind, Encoding.UTF8.GetBytes(json));

        fact.Should().NotBeNull();
        if (FactJson.KindOf(fact!) == kind)
            Encoding.UTF8.GetString(FactJson.Write(fact!)).Should().Be(json);
    }

    [Fact]
    public void Every_kind_that_is_written_has_a_line() =>
        Lines.Select(line => line.Data.Item1).Should().Contain(FactJson.KnownKinds);

    [Fact]
    public void A_line_without_cooperating_agencies_is_read_as_having_none()
    {
        // Upcast: before "assignment" was an object, a task was assigned to its lead alone.
        var old = FactJson.Read("task.assigned-to-lead", """{"lead":"education","dueOn":"2026-06-30"}"""u8);

        old.Should().BeOfType<TaskAssigned>().Which.Assignment.Should().BeEquivalentTo(
            new Assignment(new AgencyCode("education"), [], [], new DateOnly(2026, 6, 30)));
    }

    [Fact]
    public void A_fact_from_the_future_is_no_fact_for_a_read_model_and_stops_a_decider()
    {
        FactJson.Read("task.of-the-future", "{}"u8).Should().BeNull();
        FluentActions.Invoking(() => SupervisedTask.Initial.Evolve(new AgencyReportCaughtUp(new TaskId("x"))))
            .Should().Throw<UnknownFactException>();
    }

    [Fact]
    public void Replaying_the_golden_life_gives_the_state_it_always_gave()
    {
        var task = Lines.Where(line => line.Data.Item1.StartsWith("task.", StringComparison.Ordinal))
            .Select(line => FactJson.Read(line.Data.Item1, Encoding.UTF8.GetBytes(line.Data.Item2))!)
            .Aggregate(SupervisedTask.Initial, (state, fact) => state.Evolve(fact));

        task.Counts.Should().Be(new Counts(Refused: 1, Returned: 1, Expedited: 2, Escalated: 1, Proposed: 1, Extended: 1));
        task.Grade.Should().Be(Appraisal.Good);
        task.Stage.Should().Be(TaskStage.Withdrawn);
    }
}
