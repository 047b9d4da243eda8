using System.Text.Json;
using Supervision.Agencies;
using Supervision.Calendars;
using Supervision.Indicators;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Processes;
using Supervision.Tasks;
using Supervision.Tests.Architecture;
using Supervision.Tests.Tasks;

namespace Supervision.Tests.Plans;

/// <summary>Plans as rules meet them: of the city with the sample's draft, and a sub-plan of an agency.</summary>
internal static class PlanScenario
{
    public static readonly PlanId Id = new("sample");
    public static readonly CommandKey Key = new("k");
    public static readonly DateOnly Today = TaskScenario.Today;
    public static readonly Assignment On = TaskScenario.Assignment;

    public static readonly PlanContext Context = new(Id, WorkingCalendar.At(Today, new(10, 0)), WorkingCalendar.Shipped, Organisation.Shipped);

    public static readonly PlanDraft Draft = PlanReader.Read(
            File.ReadAllBytes(Path.Combine(RepositoryRoot.Path, "domain/Plans/sample-plan.md")), "sample-plan.md")
        .Should().BeOfType<PlanReading.Read>().Which.Draft with
    { IssuedOn = new(2026, 1, 5) };

    public static readonly string[] Paths = [.. Draft.Items.Select(item => item.Path)];
    public static readonly string First = Paths[0];
    public static readonly string Second = Paths[1];

    /// <summary>Of the city, and its process waits for what is to be submitted.</summary>
    public static readonly Plan OfCity = Plan.Initial.Given(new PlanRegistered(Id, Draft)).Waiting((WaitKinds.Submission, nameof(Role.OfficeClerk), ""));

    /// <summary>Everything of it is accepted and owned.</summary>
    public static readonly Plan Whole = OfCity.Given([.. Paths.Select(path => new PlanItemSettled(path, On, Cadence.Monthly, null))]);

    /// <summary>In force in its first version.</summary>
    public static readonly Plan InForce = Whole.Given(new PlanAccepted(Paths), new ProcessEnded("approval", "Finished", null));

    public static readonly Indicator Books = new(
        "i1", "书房数", IndicatorKind.Count, "座", Direction.Up, Aggregation.Sum, 0, TargetComparison.AtLeast, new TargetValue(3), TargetStrength.Must, []);

    public static PlanParent Above(AgencyCode agency) =>
        new(new("t-1"), null, agency, new(2026, 6, 30), new(2026, 4, 30), [Books]);

    public static Plan SubPlanOf(AgencyCode agency) => Plan.Initial
        .Given(new PlanOpened(new($"t-1-{agency}"), "建设城市书房", "年内建成三座", TaskScenario.Authority, Above(agency)), new PlanAcknowledged(agency))
        .Waiting((WaitKinds.Submission, nameof(Role.Liaison), ""));

    public static Plan Given(this Plan plan, params Fact[] facts) => facts.Aggregate(plan, (sofar, fact) => sofar.Evolve(fact));

    /// <summary>The process waits for these kinds, of these posts, without these accounts.</summary>
    public static Plan Waiting(this Plan plan, params (string Kind, string Role, string Excluded)[] waits) => plan.Given(
        new ProcessStarted("approval", "plan-approval", "hash", null),
        new ProcessStepped("approval", JsonSerializer.SerializeToElement("state"), [.. waits.Select(Wait)]));

    public static Decision When(this Plan plan, Caller caller, PlanCommand command, PlanContext? context = null) =>
        PlanRules.Decide(plan, caller, command, context ?? Context);

    /// <summary>The plan after the changes.</summary>
    public static Plan Reviewed(this Plan plan, params ItemChange[] changes) =>
        plan.Given([.. plan.When(People.Clerk, new ReviewItems(Key, changes)).Should().BeOfType<Decision.Accepted>().Which.Facts]);

    public static Decision Review(this Plan plan, params ItemChange[] changes) => plan.When(People.Clerk, new ReviewItems(Key, changes));

    /// <summary>The code stands; the sentence may name a change besides.</summary>
    public static Receipt.Refused ShouldRefuseWith(this Decision decision, Refusal refusal)
    {
        var refused = decision.Should().BeOfType<Decision.Refused>().Which;
        refused.Refusal.Code.Should().Be(refusal.Code);
        return refused.Refusal.With(refused.Values);
    }

    private static Wait Wait((string Kind, string Role, string Excluded) wait, int n) => new(
        $"approval/b{n}", "approval", $"a{n}", wait.Kind, wait.Kind,
        new Dictionary<string, string> { ["role"] = wait.Role, ["purpose"] = "plan", ["excluded"] = wait.Excluded }, new Dictionary<string, DateTimeOffset>());
}
