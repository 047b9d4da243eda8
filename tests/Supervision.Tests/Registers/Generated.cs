using CsCheck;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Registers;
using Supervision.Tasks;

namespace Supervision.Tests.Registers;

/// <summary>Tasks and callers of every kind, for properties.</summary>
internal static class Generated
{
    private static readonly AgencyCode[] Agencies = [Sample.Office, Sample.Education, Sample.Gushi, Sample.Xinxian];
    private static readonly string[] Accounts = ["li", "wang"];
    private static readonly Gen<AgencyCode> Agency = Gen.OneOf(Agencies);

    public static readonly Gen<Caller> Caller =
        from roles in Gen.OneOf(Enum.GetValues<Role>()).Array[1, 3]
        from agency in Agency
        from portfolio in Agency.Array[0, 2]
        from behalf in Gen.OneOf(new AccountId?[] { null, null, new AccountId("wang") })
        select Sample.Caller(agency, roles) with { Portfolio = portfolio, OnBehalfOf = behalf };

    private static readonly Gen<Assignment> Assignment =
        from lead in Agency
        from others in Agency.Array[0, 2]
        from cooperating in Agency.Array[0, 1]
        from due in Gen.Int[-20, 200]
        select new Assignment(lead, others, cooperating, Sample.Today.AddDays(due));

    public static readonly Gen<TaskFilter> Filter =
        from stages in Gen.Enum<TaskStage>().Array[0, 2]
        from lights in Gen.Enum<Light>().Array[0, 2]
        from lead in Agency
        from agency in Agency
        from days in Gen.Int[-30, 200]
        from text in Gen.OneOf("示范", "示范事项", "t-7", "没有")
        from which in Gen.Int[0, 63]
        select new TaskFilter(
            (which & 1) > 0 ? [.. stages.Distinct()] : null, (which & 2) > 0 ? [.. lights.Distinct()] : null, (which & 4) > 0 ? lead : null,
            (which & 8) > 0 ? agency : null, null, (which & 16) > 0 ? Sample.Today.AddDays(days) : null, null, (which & 32) > 0 ? text : null);

    // Who stands back, and who has answered already; now and then a name that only begins like the caller's.
    private static readonly Gen<(string Term, string Words)> Barred =
        from term in Gen.OneOf(
            WaitRules.Excluded, WaitRules.ExcludedAgencies, WaitRules.ApprovedBy, WaitRules.RejectedBy, WaitRules.ScoredBy, "other")
        from words in Gen.OneOf([.. Accounts, .. Agencies.Select(agency => agency.Value), $"{Accounts[0]}-2", ""]).Array[0, 2]
        select (term, string.Join(',', words));

    private static readonly Gen<Wait> Wait = WaitOf([.. TodoRules.Kinds, "Elsa.Timer"]);

    public static Gen<Wait> WaitOf(string[] kinds) =>
        from kind in Gen.OneOf(kinds)
        from role in Gen.OneOf([.. Enum.GetNames<Role>(), ""])
        from limit in Gen.Int[-5, 40]
        from barred in Barred
        select WithTerms(Sample.Wait(kind, "directive/1", role, limit > 30 ? null : limit), barred);

    private static Wait WithTerms(Wait wait, (string Term, string Words) barred) =>
        wait with { Terms = new Dictionary<string, string>(wait.Terms) { [barred.Term] = barred.Words } };

    private static readonly Gen<Fact[]> Step =
        from which in Gen.Int[0, 13]
        from number in Gen.Int[0, 100]
        from assignment in Assignment
        from wait in Wait
        select which switch
        {
            0 => [Sample.Report(number, 50, Sample.Gushi)],
            1 => [new ReportMissed(Sample.Gushi, "2025-02")],
            2 => [new TaskReturned("重办", number % 4)],
            3 => [new TaskClockStopped(Sample.Today, "协调")],
            4 => [new TaskClockResumed(Sample.Today, 1, assignment.DueOn, assignment.DueOn, "test")],
            5 => [new CompletionSubmitted(Sample.Gushi, "已办结", [], new(2026, 6, 1))],
            6 => [new CompletionVerified("属实")],
            7 => [new TaskClosedOut("结论", "回执")],
            8 => [new TaskAcknowledged(Sample.Gushi)],
            9 => [new TaskAssigned(assignment)],
            12 => [new TaskDelegated(new AccountId(Accounts[number % 2]), Sample.Gushi), .. Sample.Waiting(wait with { Kind = WaitKinds.Report })],
            10 => [new TaskExpedited(number, "by-hand", "请办理", false)],
            _ => (Fact[])[.. Sample.Waiting(wait)],
        };

    /// <summary>The facts of a task: registered, most often assigned, and then whatever may come.</summary>
    public static readonly Gen<Func<string, Fact[]>> History =
        from proposed in Assignment.Null()
        from assigned in Gen.Frequency((1, Gen.Const(false)), (5, Gen.Const(true)))
        from assignment in Assignment
        from wait in Wait
        from steps in Step.Array[0, 6]
        select (Func<string, Fact[]>)(id =>
        [
            Sample.Registered(id, proposed: proposed), .. Sample.Waiting(wait),
            .. assigned ? [new TaskAssigned(assignment), .. steps.SelectMany(step => step)] : Array.Empty<Fact>(),
        ]);

    public static readonly Gen<SupervisedTask> Task = History.Select(history => Evolved(history("t")));

    public static SupervisedTask Evolved(IEnumerable<Fact> facts) =>
        facts.Aggregate(SupervisedTask.Initial, (task, fact) => task.Evolve(fact));
}
