using CsCheck;
using Supervision.Accounts;
using Supervision.Language;
using Supervision.Tasks;
using Supervision.Tests.Registers;

namespace Supervision.Tests.Notices;

/// <summary>One append of a history.</summary>
internal sealed record Appended(string Stream, AccountId Author, DateTimeOffset At, Fact[] Facts);

/// <summary>Histories of a small city: people who come and go, tasks that are given, urged and returned.</summary>
internal static class InboxHistory
{
    public static readonly string[] People = ["li", "zhao", "qian", "sun"];

    private static readonly AgencyCode[] Agencies = [Sample.Education, Sample.Gushi];
    private static readonly string[] Streams = ["task/t1", "task/t2", "task/t3"];

    private static readonly Role[] Posts =
        [Role.Liaison, Role.AgencyHead, Role.LeaderInCharge, Role.OfficeClerk, Role.OfficeDirector, Role.Handler, Role.Auditor];

    private static readonly Gen<Appended> Granted =
        from person in Gen.OneOf(People)
        from posts in Gen.OneOf(Posts).Array[0, 2]
        from led in Gen.OneOf(Agencies).Array[0, 2]
        select new Appended($"account/{person}", new("secadmin"), default,
            [new RolesGranted([.. posts.Distinct().Select(post => post.ToString())], [.. led.Distinct()])]);

    private static readonly Gen<Fact[]> Facts =
        from which in Gen.Int[0, 9]
        from lead in Gen.OneOf(Agencies)
        from helper in Gen.OneOf(Agencies).Array[0, 1]
        from to in Gen.OneOf("liaison", "head", "leader-in-charge", "mayor")
        from about in Gen.OneOf("acknowledgement", "report")
        select which switch
        {
            0 => [new TaskAssigned(Sample.To(lead, 60, [.. helper.Where(agency => agency != lead)]))],
            1 => [new TaskAcknowledged(lead)],
            2 => [new TaskReturned("重办", 1)],
            3 => [new TaskExpedited(1, "by-hand", "请办理", ByClock: false)],
            4 => [new TaskExpedited(1, about, "due soon", ByClock: true)],
            5 => [new TaskEscalated(about, 2, to), new TaskExpedited(1, about, $"silence reached {to}", ByClock: true)],
            6 => [new MeasureProposed(about, "bulletin")],
            7 => [new ReportMissed(lead, "2025-02"), new TaskWithdrawn("撤销")],
            8 => [new TaskArchived()],
            _ => (Fact[])[Sample.Report(30, 50, lead)],
        };

    private static readonly Gen<Appended> Step = Gen.Frequency((1, Granted), (5,
        from stream in Gen.OneOf(Streams)
        from author in Gen.OneOf([.. People, "clock", "clock"])
        from facts in Facts
        select new Appended(stream, new(author), default, facts)));

    private static readonly Gen<int> Minutes = Gen.Int[1, 700];

    /// <summary>Everybody has an account and every task is assigned; then whatever may come, minutes or hours apart.</summary>
    public static readonly Gen<Appended[]> Any =
        from steps in Gen.Select(Step, Minutes).Array[5, 45]
        select Timed([
            .. People.Select(person => (new Appended($"account/{person}", new("sysadmin"), default,
                [new AccountOpened(new(person), person, Sample.Education)]), 1)),
            .. Streams.Select(stream => (new Appended(stream, new("clerk"), default,
                [Sample.Registered(stream["task/".Length..], title: stream), new TaskAssigned(Sample.To(Sample.Gushi))]), 1)),
            .. steps,
        ]);

    private static Appended[] Timed(IEnumerable<(Appended Step, int Minutes)> steps)
    {
        var at = Sample.Start;
        return [.. steps.Select(step => step.Step with { At = at = at.AddMinutes(step.Minutes) })];
    }
}
