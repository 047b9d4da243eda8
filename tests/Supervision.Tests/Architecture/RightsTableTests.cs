using Supervision.Agencies;
using Supervision.Definitions;
using Supervision.Evidence;
using Supervision.Feeds;
using Supervision.Imports;
using Supervision.Language;
using Supervision.Numbers;
using Supervision.Plans;
using Supervision.Processes;
using Supervision.Schemes;
using Supervision.Subscriptions;
using Supervision.Tests.Accounts;
using Supervision.Tests.Notices;
using Supervision.Tests.Plans;
using Supervision.Tests.Tasks;
using Supervision.Triggers;

namespace Supervision.Tests.Architecture;

/// <summary>Every command there is stands in a table of rights written by hand. Tasks and accounts have tables of their own.</summary>
public sealed class RightsTableTests
{
    private static readonly Role[] Office = [Role.OfficeClerk, Role.OfficeDirector];

    private static readonly Role[] Drafters = [.. Office, Role.Handler, Role.Liaison];

    private static readonly Dictionary<Type, Role[]> ByHand = new()
    {
        [typeof(RegisterPlan)] = Office,
        [typeof(OpenSubPlan)] = [Role.Follower],
        [typeof(WithdrawPlan)] = [Role.Follower],
        [typeof(NotePlanProgress)] = [Role.Gateway],
        [typeof(ReviewItems)] = [.. Drafters, Role.Follower],
        [typeof(SettleItem)] = Drafters,
        [typeof(SubmitPlan)] = [.. Office, Role.Liaison, Role.AgencyHead],
        [typeof(AcknowledgePlan)] = [Role.Liaison, Role.AgencyHead],
        [typeof(RefusePlan)] = [Role.Liaison, Role.AgencyHead],
        [typeof(DecidePlan)] = [.. Office, Role.LeaderInCharge, Role.AgencyHead],
        [typeof(ProposeRevision)] = Drafters,
        [typeof(NoteMissedReport)] = [Role.Follower],
        [typeof(NoteReport)] = [Role.Follower],
        [typeof(PublishDefinition)] = [Role.Designer, Role.Founder],
        [typeof(StartProcess)] = [Role.Designer, Role.Follower],
        [typeof(StartProcessFor)] = [Role.Follower],
        [typeof(AnswerWait)] = [Role.Designer, Role.Follower],
        [typeof(CompleteTask)] = [Role.Designer, Role.Follower],
        [typeof(TellEvent)] = [Role.Designer, Role.Follower],
        [typeof(CancelProcess)] = [Role.Designer, Role.Follower],
        [typeof(Deliver)] = [Role.Follower],
        [typeof(Subscribe)] = [Role.Follower],
        [typeof(Unsubscribe)] = [Role.Follower],
        [typeof(PublishEvent)] = [Role.Designer, Role.Follower],
        [typeof(ForwardEvent)] = [Role.Follower],
        [typeof(FollowDefinition)] = [Role.Follower],
        [typeof(MeetEvent)] = [Role.Follower],
        [typeof(RetryIncident)] = [Role.Designer],
        [typeof(SkipIncident)] = [Role.Designer],
        [typeof(AbortProcess)] = [Role.Designer],
        [typeof(MigrateProcess)] = [Role.Designer],
        [typeof(StoreEvidence)] =
        [
            Role.Handler, Role.Liaison, Role.AgencyHead, Role.LeaderInCharge, Role.OfficeClerk, Role.OfficeDirector, Role.Evaluator,
        ],
        [typeof(RemoveEvidence)] = [Role.SystemAdministrator],
        [typeof(OpenImport)] = Office,
        [typeof(TakeRows)] = Office,
        [typeof(StartImport)] = Office,
        [typeof(CancelImport)] = Office,
        [typeof(NoteRows)] = [Role.Follower],
        [typeof(AllotNumber)] = [Role.Follower],
        [typeof(VoidNumber)] = [Role.Follower],
        [typeof(DraftScheme)] = Office,
        [typeof(CopyScheme)] = Office,
        [typeof(SubmitScheme)] = Office,
        [typeof(DecideScheme)] = [.. Office, Role.LeaderInCharge],
        [typeof(ReopenScheme)] = Office,
        [typeof(AbandonSchemeChange)] = Office,
    };

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Fact]
    public void Every_command_is_in_a_table() =>
        typeof(ICommand).Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(ICommand)) && type is { IsAbstract: false, IsInterface: false })
            .Should().BeEquivalentTo([.. ByHand.Keys, .. TaskRightsTests.Table, .. AccountRulesTests.Table, .. WebhookRulesTests.Table.Keys]);

    [Theory, MemberData(nameof(Roles))]
    public void Commands_of_plans_are_refused_to_posts_that_are_not_in_the_table(Role role)
    {
        PlanCommand[] commands =
        [
            new RegisterPlan(new("k"), null!), new OpenSubPlan(new("k"), "", "", null!, null!), new ReviewItems(new("k"), []),
            new SettleItem(new("k"), "", null!), new SubmitPlan(new("k")), new AcknowledgePlan(new("k")), new RefusePlan(new("k"), ""),
            new DecidePlan(new("k"), Supervision.Tasks.Verdict.Approved), new ProposeRevision(new("k"), "", []),
            new WithdrawPlan(new("k"), new("t"), ""), new NotePlanProgress(new("k"), 25),
        ];
        commands.Select(command => command.GetType()).Should().BeEquivalentTo(ByHand.Keys.Where(type => type.IsSubclassOf(typeof(PlanCommand))));
        foreach (var command in commands.Where(command => !ByHand[command.GetType()].Contains(role)))
        {
            PlanRules.Decide(Plan.Initial, By(role), command, PlanScenario.Context).ShouldRefuse(PlanRefusals.NotAllowed);
        }
    }

    [Theory, MemberData(nameof(Roles))]
    public void Commands_of_schemes_are_refused_to_posts_that_are_not_in_the_table(Role role)
    {
        SchemeCommand[] commands =
        [
            new DraftScheme(new("k"), new("{}")), new CopyScheme(new("k"), new("{}")), new SubmitScheme(new("k")),
            new DecideScheme(new("k"), Supervision.Tasks.Verdict.Approved), new ReopenScheme(new("k"), ""), new AbandonSchemeChange(new("k"), ""),
        ];
        commands.Select(command => command.GetType()).Should().BeEquivalentTo(ByHand.Keys.Where(type => type.IsSubclassOf(typeof(SchemeCommand))));
        foreach (var command in commands)
        {
            var decision = SchemeProcedure.Decide(SchemeState.Initial, new("s"), By(role), command);
            (decision is Decision.Refused { Refusal: var no } && no == SchemeRefusals.NotAllowed).Should().Be(!ByHand[command.GetType()].Contains(role));
        }
    }

    /// <summary>Scope by scope: the office in plans of the city, agencies in their own sub-plans, leaders in those of their portfolio.</summary>
    [Theory]
    [InlineData(typeof(ReviewItems), Role.OfficeClerk, true, false, false)]
    [InlineData(typeof(ReviewItems), Role.Liaison, false, true, false)]
    [InlineData(typeof(ReviewItems), Role.Handler, false, true, false)]
    [InlineData(typeof(SubmitPlan), Role.OfficeDirector, true, false, false)]
    [InlineData(typeof(SubmitPlan), Role.AgencyHead, false, true, false)]
    [InlineData(typeof(AcknowledgePlan), Role.Liaison, false, true, false)]
    [InlineData(typeof(RefusePlan), Role.AgencyHead, false, true, false)]
    [InlineData(typeof(DecidePlan), Role.OfficeClerk, true, true, true)]
    [InlineData(typeof(DecidePlan), Role.AgencyHead, false, true, false)]
    [InlineData(typeof(DecidePlan), Role.LeaderInCharge, true, true, false)]
    [InlineData(typeof(ProposeRevision), Role.OfficeClerk, true, false, false)]
    [InlineData(typeof(ProposeRevision), Role.Liaison, false, true, false)]
    public void A_right_on_plans_reaches_as_far_as_its_scope(Type command, Role role, bool city, bool own, bool others)
    {
        var caller = People.Of("somebody", new("education"), role) with { Portfolio = [new("education")] };

        PlanRights.MayGive(command, PlanScenario.OfCity, caller).Should().Be(city);
        PlanRights.MayGive(command, PlanScenario.SubPlanOf(new("education")), caller).Should().Be(own);
        PlanRights.MayGive(command, PlanScenario.SubPlanOf(new("finance")), caller).Should().Be(others);
    }

    [Theory, MemberData(nameof(Roles))]
    public void What_an_agency_owes_is_noted_by_the_system_alone(Role role)
    {
        AgencyCommand[] commands = [new NoteMissedReport(new("k"), new("t"), "2026-04"), new NoteReport(new("k"), new("t"))];
        foreach (var command in commands)
        {
            (AgencyRules.Decide(AgencyState.Initial, By(role), command) is Decision.Accepted)
                .Should().Be(ByHand[command.GetType()].Contains(role));
        }
    }

    [Theory, MemberData(nameof(Roles))]
    public void Definitions_are_published_by_designers(Role role) =>
        DefinitionRules.MayPublish(By(role)).Should().Be(ByHand[typeof(PublishDefinition)].Contains(role));

    [Theory, MemberData(nameof(Roles))]
    public void Free_standing_processes_are_run_by_designers(Role role)
    {
        var origin = new ProcessOrigin("process/q", "q/3");
        FreeProcessCommand[] commands =
        [
            new StartProcess(new("k"), "d"), new StartProcessFor(new("k"), "d", null, null, origin), new AnswerWait(new("k"), "p/3", "Done"),
            new CompleteTask(new("k"), "3"), new TellEvent(new("k"), "go"), new CancelProcess(new("k")),
        ];
        foreach (var command in commands)
        {
            (FreeProcessRules.Decide(FreeProcess.Initial, new("p"), By(role), command)
                    is Decision.Refused { Refusal: var refusal } && refusal == FreeProcessRefusals.NotAllowed)
                .Should().Be(!ByHand[command.GetType()].Contains(role));
        }
    }

    [Theory, MemberData(nameof(Roles))]
    public void Processes_are_mended_ended_and_moved_by_designers(Role role)
    {
        var incident = new ProcessIncident("p", 3, "a", "Workflow1:a", "a", "why", DateTimeOffset.UnixEpoch);
        var processes = ProcessSet.None.Evolve(new ProcessStarted("p", "d", "old", null)).Evolve(new ProcessIncidentRecorded(incident));
        ProcessCommand[] commands =
        [
            new RetryIncident(new("k"), "p", 3), new SkipIncident(new("k"), "p", 3, "理由"), new AbortProcess(new("k"), "p", "理由"),
            new MigrateProcess(new("k"), "p", "new"),
        ];
        foreach (var command in commands)
        {
            (ProcessRecovery.Decide(processes, By(role), command) is Decision.Accepted)
                .Should().Be(ByHand[command.GetType()].Contains(role), command.GetType().Name);
        }
    }

    [Theory, MemberData(nameof(Roles))]
    public void Events_are_published_by_designers_and_the_rest_of_them_is_the_systems(Role role)
    {
        var subscriber = new Subscriber("process/p", "p/3");
        SubscriptionCommand[] commands =
        [
            new Subscribe(new("k"), "go", null, subscriber, default), new Unsubscribe(new("k"), "go", null, subscriber),
            new PublishEvent(new("k"), "go"), new ForwardEvent(new("k"), "go", null, null, default),
        ];
        foreach (var command in commands)
        {
            (SubscriptionRules.Decide(Subscription.Initial, By(role), command, default) is Decision.Accepted)
                .Should().Be(ByHand[command.GetType()].Contains(role));
        }

        var isSystems = ByHand[typeof(Deliver)].Contains(role);
        (ProcessRules.Deliver(ProcessSet.None, By(role), new Deliver(new("k"), "p/3", null)) is Decision.Accepted).Should().Be(isSystems);
        (TriggerRules.Follow(DefinitionTriggers.Initial, By(role), new FollowDefinition(new("k"), 1, "4f0c"), [], _ => null) is Decision.Accepted)
            .Should().Be(isSystems);
        (TriggerRules.Meet(DefinitionTriggers.Initial, "d", By(role), new MeetEvent(new("k"), "start", "go", null, null)) is Decision.Accepted)
            .Should().Be(isSystems);
    }

    [Theory, MemberData(nameof(Roles))]
    public void Files_are_brought_by_whoever_works_on_tasks_and_removed_by_the_system_administrator(Role role)
    {
        var hash = new EvidenceHash(new string('a', EvidenceHash.Digits));
        var stored = EvidenceFile.Initial.Evolve(new EvidenceStored(hash, 1, EvidenceTypes.Pdf, "a", new("b"), People.Lead));
        EvidenceCommand[] commands = [new StoreEvidence(new("k"), 1, EvidenceTypes.Pdf, "a"), new RemoveEvidence(new("k"), "理由", "依据")];
        foreach (var command in commands)
        {
            (EvidenceRules.Decide(stored, hash, By(role), command) is Decision.Accepted)
                .Should().Be(ByHand[command.GetType()].Contains(role), command.GetType().Name);
        }
    }

    [Theory, MemberData(nameof(Roles))]
    public void Sheets_are_imported_by_the_office_and_carried_out_by_the_system(Role role)
    {
        var checkedImport = Import.Initial.Evolve(new ImportOpened(new("i"), ImportKind.Tasks, null, null, "list", "a", "h", [], 0, default));
        ImportCommand[] commands =
        [
            new OpenImport(new("k"), ImportKind.Tasks, null, null, "list", "a", "h", [], 0), new TakeRows(new("k"), 0, []),
            new StartImport(new("k")), new CancelImport(new("k")), new NoteRows(new("k"), 0, []),
        ];
        foreach (var command in commands)
        {
            (ImportRules.Decide(checkedImport, new("i"), By(role), command, default) is Decision.Refused { Refusal: var refusal }
                    && refusal == ImportRefusals.NotAllowed)
                .Should().Be(!ByHand[command.GetType()].Contains(role), command.GetType().Name);
        }
    }

    [Theory, MemberData(nameof(Roles))]
    public void Document_numbers_are_given_by_the_system_alone(Role role)
    {
        var series = NumberSeries.Initial.Evolve(new NumberAllotted(1, "1", new("t")));
        SeriesCommand[] commands = [new AllotNumber(new("k"), new("u")), new VoidNumber(new("k"), new("t"))];
        foreach (var command in commands)
        {
            (SeriesRules.Decide(series, SeriesId.OfTasks(2026), By(role), command) is Decision.Accepted)
                .Should().Be(ByHand[command.GetType()].Contains(role), command.GetType().Name);
        }
    }

    [Theory, MemberData(nameof(Roles))]
    public void The_ledger_as_a_whole_is_for_those_who_watch_it(Role role)
    {
        LedgerRules.MayVerify(By(role)).Should().Be(role is Role.Auditor);
        LedgerRules.MaySeal(By(role)).Should().Be(role is Role.Auditor or Role.OfficeDirector or Role.Clock);
        LedgerRules.MayPackage(By(role)).Should().Be(role is Role.Auditor or Role.OfficeDirector);
        LedgerRules.MayListParked(By(role)).Should().Be(role is Role.Auditor or Role.SystemAdministrator);
        LedgerRules.MayRetryParked(By(role)).Should().Be(role is Role.SystemAdministrator);
    }

    private static Caller By(Role role) => People.Of("somebody", People.Office, role);
}
