using Supervision.Language;
using Supervision.Numbers;
using Supervision.Processes;
using Supervision.Silo.Callers;
using Supervision.Tasks;
using Supervision.Tests.Tasks;

namespace Supervision.Tests.Numbers;

public sealed class SeriesRulesTests
{
    private static readonly SeriesId Id = SeriesId.OfTasks(2026);
    private static readonly Caller Follower = People.Of("follower", SystemCallers.Agency, Role.Follower);

    [Fact]
    public void Numbers_follow_each_other_as_they_stand_on_the_paper() =>
        Given(Allotted(1), Allotted(2), Voided(2)).When(new AllotNumber(new("k"), new("t-3")))
            .ShouldRecord(new NumberAllotted(3, "信政督〔2026〕3号", new("t-3")));

    [Fact]
    public void A_task_that_asks_again_has_the_number_it_had() =>
        Given(Allotted(1), Allotted(2)).When(new AllotNumber(new("another"), new("t-1"))).ShouldRecord();

    [Fact]
    public void A_number_is_void_once_and_what_was_never_given_is_not() =>
        (Given(Allotted(1)).When(new VoidNumber(new("k"), new("t-1"))).ShouldRecord(Voided(1)).Facts.Count,
            Given(Allotted(1), Voided(1)).When(new VoidNumber(new("k"), new("t-1"))),
            Given().When(new VoidNumber(new("k"), new("t-1"))))
        .Should().Be((1, Decision.Nothing, Decision.Nothing));

    [Fact]
    public void Nobody_gives_a_number_by_hand() =>
        SeriesRules.Decide(NumberSeries.Initial, Id, People.Director, new AllotNumber(new("k"), new("t-1"))).ShouldRefuse(SeriesRefusals.NotAllowed);

    [Theory]
    [InlineData("xzd-2026", true)]
    [InlineData("xzd-26", false)]
    [InlineData("abc-2026", false)]
    [InlineData("xzd-2026-1", false)]
    [InlineData("xzd", false)]
    public void A_series_is_a_known_code_and_a_year(string text, bool isOne) => SeriesId.TryParse(text, null, out _).Should().Be(isOne);

    [Fact]
    public void What_is_withdrawn_gives_its_number_up_and_what_was_not_assigned_has_none()
    {
        var numbered = TaskScenario.UnderWay.Given(new NumberRequested(Id), new NumberGiven(Id, 1, "信政督〔2026〕1号"));

        numbered.When(People.Director, new Withdraw(new("k"), "撤并")).ShouldRecord(new TaskWithdrawn("撤并"), new NumberGivenUp(Id));
        TaskScenario.New.Given(TaskScenario.Registered).When(People.Director, new Withdraw(new("k"), "撤并")).ShouldRecord(new TaskWithdrawn("撤并"));
    }

    [Fact]
    public void A_task_of_a_sub_plan_asks_for_no_number_and_a_second_assignment_for_no_second()
    {
        var below = TaskScenario.Registered with { Origin = new(new("p"), "一", 1, "", Depth: 1) };
        TaskScenario.New.Given(below).Waiting(WaitKinds.Assignment).When(People.Clerk, new Assign(new("k"), TaskScenario.Assignment))
            .ShouldRecord(new TaskAssigned(TaskScenario.Assignment, TaskScenario.Today));
        TaskScenario.UnderWay.Given(new NumberRequested(Id)).Waiting(WaitKinds.Assignment).When(People.Clerk, new Assign(new("k"), TaskScenario.Assignment))
            .ShouldRecord(new TaskAssigned(TaskScenario.Assignment, TaskScenario.Today));
    }

    private static NumberAllotted Allotted(int n) => new(n, Id.TextOf(n), new($"t-{n}"));

    private static NumberVoided Voided(int n) => new(n, new($"t-{n}"));

    private static Scenario Given(params Fact[] facts) => new(facts.Aggregate(NumberSeries.Initial, (series, fact) => series.Evolve(fact)));

    private sealed record Scenario(NumberSeries Series)
    {
        public Decision When(SeriesCommand command) => SeriesRules.Decide(Series, Id, Follower, command);
    }
}
