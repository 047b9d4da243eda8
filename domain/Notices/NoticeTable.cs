using Supervision.Language;
using Supervision.Tasks;
using static Supervision.Notices.NoticeScope;
using static Supervision.Notices.NoticeWeight;

namespace Supervision.Notices;

/// <summary>The table of notices, as docs/notices.md prints it; a test compares them row by row.</summary>
/// <remarks>What waits for somebody's answer stands in the things to do (待办) as well; a notice only says that it came.</remarks>
public static partial class NoticeTable
{
    /// <summary>催办 and 升级 of one day about one matter are one alert.</summary>
    private static readonly TimeSpan OneDay = TimeSpan.FromDays(1);

    private const string Silence = "silence";

    public static IReadOnlyList<NoticeRule> Rules { get; } =
        [.. Opening, .. Working, .. Urging, .. Ending, .. Changing, .. OfAgencies, .. OfPlans, .. OfProcesses, .. OfAccounts, .. OfSchemes];

    private static NoticeRule Rule<TFact>(string kind, string chinese, string english, params IReadOnlyList<Told> to)
        where TFact : Fact => new(kind, typeof(TFact), chinese, english, to);

    private static NoticeRule When<TFact>(this NoticeRule rule, Func<TFact, bool> when)
        where TFact : Fact => rule with { When = fact => when((TFact)fact) };

    private static NoticeRule Says<TFact>(this NoticeRule rule, Func<TFact, object[]> values)
        where TFact : Fact => rule with { Values = fact => values((TFact)fact) };

    private static NoticeRule Names<TFact>(this NoticeRule rule, Func<TFact, IEnumerable<AgencyCode>> named)
        where TFact : Fact => rule with { Named = fact => named((TFact)fact) };

    private static NoticeRule About<TFact>(this NoticeRule rule, string group, Func<TFact, string> matter, TimeSpan mergedFor = default)
        where TFact : Fact => rule with { Group = group, Matter = fact => matter((TFact)fact), MergedFor = mergedFor };

    private static Told To(Role role, NoticeScope scope, NoticeWeight weight = Normal) => new(role, scope, weight);

    /// <summary>A definition names whom a rung reaches; what it may say beside these three is told to the office.</summary>
    private static class Rungs
    {
        public const string Liaison = "liaison";
        public const string Head = "head";
        public const string Leader = "leader-in-charge";

        public static bool IsKnown(string? to) => to is Liaison or Head or Leader;
    }

    private static IEnumerable<NoticeRule> Opening =>
    [
        Rule<TaskRegistered>("registered", "新事项“{0}”待审批立项。", "\"{0}\" was put on the register and waits for approval.",
            To(Role.OfficeDirector, All, Digest)),
        Rule<TaskRegistrationRefused>("registration-refused", "“{0}”未获批准立项。", "\"{0}\" was not approved.", To(Role.OfficeClerk, All)),
        Rule<ApprovalGiven>("approved", "“{0}”的审批（{1}）已同意。", "An approval of \"{0}\" ({1}) was given.", To(Role.OfficeClerk, All, Digest))
            .When<ApprovalGiven>(e => e.Verdict is Verdict.Approved).Says<ApprovalGiven>(e => [e.Purpose]),
        Rule<ApprovalGiven>("not-approved", "“{0}”的审批（{1}）未同意。", "An approval of \"{0}\" ({1}) was refused.", To(Role.OfficeClerk, All))
            .When<ApprovalGiven>(e => e.Verdict is Verdict.Rejected).Says<ApprovalGiven>(e => [e.Purpose]),
        Rule<TaskAssigned>("assigned", "“{0}”已交办，期限 {1}，请签收。", "\"{0}\" was assigned, due {1}; please acknowledge it.",
            To(Role.Liaison, Lead, Urgent), To(Role.AgencyHead, Lead), To(Role.LeaderInCharge, Lead, Digest), To(Role.Liaison, Involved))
            .Says<TaskAssigned>(e => [e.Assignment.DueOn]),
        Rule<TaskAcknowledged>("acknowledged", "“{0}”已签收。", "\"{0}\" was acknowledged.", To(Role.OfficeClerk, All, Digest)),
        Rule<TaskRefusedAsNotOurs>("refused-as-not-ours", "“{0}”被退回改派：{1}", "\"{0}\" was refused as not their duty: {1}",
            To(Role.OfficeClerk, All, Urgent)).Says<TaskRefusedAsNotOurs>(e => [e.Reason]),
        Rule<TaskReadjusted>("readjusted", "“{0}”已按方案第 {1} 版调整：{2}", "\"{0}\" was changed by version {1} of its plan: {2}",
            To(Role.Liaison, Involved), To(Role.AgencyHead, Lead, Digest)).Says<TaskReadjusted>(e => [e.Revision, e.Reason]),
        Rule<SharesAllotted>("shares-allotted", "“{0}”的指标份额已分解到你单位。", "Shares of an indicator of \"{0}\" were allotted.",
            To(Role.Liaison, Named, Digest)).Names<SharesAllotted>(e => e.Shares.Select(share => share.Agency)),
    ];

    private static IEnumerable<NoticeRule> Working =>
    [
        Rule<ProgressReported>("reported", "“{0}”有新反馈，进度 {1}%。", "A report on \"{0}\" came: {1}% done.", To(Role.OfficeClerk, All, Digest))
            .Says<ProgressReported>(e => [e.Percent]),
        Rule<ReportReviewed>("report-passed", "“{0}”的反馈已通过审核。", "A report on \"{0}\" was passed.", To(Role.Liaison, Lead, Digest))
            .When<ReportReviewed>(e => e.Passed),
        Rule<ReportReviewed>("report-returned", "“{0}”的反馈被退回：{1}", "A report on \"{0}\" was returned: {1}",
            To(Role.Liaison, Lead, Urgent), To(Role.Handler, Lead))
            .When<ReportReviewed>(e => !e.Passed).Says<ReportReviewed>(e => [e.Reason ?? "—"]),
        Rule<ReportMissed>("report-missed", "“{0}”{1} 期的反馈未按时报送，请尽快补报。", "The report on \"{0}\" for {1} has not come; please send it.",
            To(Role.Liaison, Lead), To(Role.Handler, Lead), To(Role.OfficeClerk, All, Digest)).Says<ReportMissed>(e => [e.Period]),
        Rule<CompletionSubmitted>("completed", "“{0}”已报办结，待核查。", "\"{0}\" was submitted as done and waits for verification.",
            To(Role.OfficeClerk, All)),
        Rule<CompletionVerified>("verified", "“{0}”已通过核查。", "\"{0}\" was verified.", To(Role.Liaison, Lead, Digest)),
        Rule<TaskReturned>("returned", "“{0}”被退回重办：{1}", "\"{0}\" was returned for rework: {1}",
            To(Role.Liaison, Lead, Urgent), To(Role.AgencyHead, Lead), To(Role.Handler, Lead)).Says<TaskReturned>(e => [e.Reason]),
        Rule<TaskAppraised>("appraised", "“{0}”已作办结评价。", "\"{0}\" was appraised.",
            To(Role.Liaison, Lead, Digest), To(Role.AgencyHead, Lead, Digest)),
        Rule<ExtensionRequested>("extension-requested", "“{0}”申请延期至 {1}：{2}", "An extension of \"{0}\" to {1} is asked for: {2}",
            To(Role.OfficeDirector, All)).Says<ExtensionRequested>(e => [e.DueOn, e.Reason]),
        Rule<ExtensionGranted>("extension-granted", "同意“{0}”延期至 {1}。", "\"{0}\" was extended to {1}.",
            To(Role.Liaison, Involved), To(Role.AgencyHead, Lead, Digest)).Says<ExtensionGranted>(e => [e.DueOn]),
        Rule<ExtensionRefused>("extension-refused", "不同意“{0}”延期。", "The extension of \"{0}\" was refused.",
            To(Role.Liaison, Lead, Urgent), To(Role.AgencyHead, Lead)),
        Rule<TaskClockStopped>("clock-stopped", "“{0}”已停表：{1}", "The clock of \"{0}\" was stopped: {1}", To(Role.Liaison, Involved))
            .Says<TaskClockStopped>(e => [e.Reason]),
        Rule<TaskClockResumed>("clock-resumed", "“{0}”恢复计时，期限 {1}。", "The clock of \"{0}\" runs again; it is due {1}.",
            To(Role.Liaison, Involved)).Says<TaskClockResumed>(e => [e.DueOn]),
    ];

    private static IEnumerable<NoticeRule> Urging =>
    [
        Rule<TaskExpedited>("expedited", "“{0}”被催办：{1}", "\"{0}\" is being expedited: {1}", To(Role.Liaison, Lead, Urgent), To(Role.AgencyHead, Lead))
            .When<TaskExpedited>(e => !e.ByClock).Says<TaskExpedited>(e => [e.Text]).About<TaskExpedited>("by-hand", e => e.About, OneDay),
        Rule<TaskExpedited>("reminded", "“{0}”的“{1}”临近或已过时限，请尽快办理。", "\"{1}\" of \"{0}\" is near or past its limit; please see to it.",
            To(Role.Liaison, Lead, Urgent), To(Role.Handler, Lead))
            .When<TaskExpedited>(e => e.ByClock && !Rungs.IsKnown(e.To)).Says<TaskExpedited>(e => [e.About]).About<TaskExpedited>(Silence, e => e.About, OneDay),
        .. EachRung("expedited-to", (chinese, english, kind, role, rung) =>
            Rule<TaskExpedited>(kind, $"“{{0}}”催办（{chinese}）：{{1}}", $"\"{{0}}\" is being expedited ({english}): {{1}}", To(role, Lead, Urgent))
                .When<TaskExpedited>(e => e.ByClock && e.To == rung).Says<TaskExpedited>(e => [e.Text])
                .About<TaskExpedited>($"expedited-to-{rung}", e => e.About, OneDay)),
        .. EachRung("escalated-to", (chinese, english, kind, role, rung) =>
            Rule<TaskEscalated>(kind, $"“{{0}}”的“{{1}}”无人应答，升级至{chinese}（第 {{2}} 级）。",
                $"Nobody answered \"{{1}}\" of \"{{0}}\"; it has climbed to the {english} (rung {{2}}).", To(role, Lead, Urgent), To(Role.OfficeClerk, All, Digest))
                .When<TaskEscalated>(e => e.To == rung).Says<TaskEscalated>(e => [e.About, e.Rung]).About<TaskEscalated>(Silence, e => e.About)
                with { Rung = fact => ((TaskEscalated)fact).Rung }),
        Rule<TaskEscalated>("escalated-elsewhere", "“{0}”的“{1}”无人应答，升级至“{3}”（第 {2} 级）。",
            "Nobody answered \"{1}\" of \"{0}\"; it has climbed to \"{3}\" (rung {2}).", To(Role.OfficeClerk, All, Urgent))
            .When<TaskEscalated>(e => !Rungs.IsKnown(e.To)).Says<TaskEscalated>(e => [e.About, e.Rung, e.To]).About<TaskEscalated>(Silence, e => e.About)
            with { Rung = fact => ((TaskEscalated)fact).Rung },
        Rule<MeasureProposed>("measure-proposed", "就“{0}”提请决定处置（{1}）。", "A measure ({1}) about \"{0}\" is proposed to you; nothing happens by itself.",
            To(Role.OfficeDirector, All, Urgent)).Says<MeasureProposed>(e => [e.What]),
    ];

    private static IEnumerable<NoticeRule> Ending =>
    [
        Rule<TaskClosedOut>("closed-out", "“{0}”已销号：{1}", "\"{0}\" was closed out: {1}", To(Role.Liaison, Involved), To(Role.AgencyHead, Lead, Digest))
            .Says<TaskClosedOut>(e => [e.Conclusion]),
        Rule<TaskWithdrawn>("withdrawn", "“{0}”已撤销：{1}", "\"{0}\" was withdrawn: {1}", To(Role.Liaison, Involved), To(Role.AgencyHead, Lead, Digest))
            .Says<TaskWithdrawn>(e => [e.Reason]),
        Rule<SubPlanFiled>("sub-plan-filed", "“{0}”的一个子方案已报审。", "A sub-plan of \"{0}\" was submitted.",
            To(Role.OfficeClerk, All, Digest), To(Role.Liaison, Lead, Digest)),
        Rule<SubPlanSettled>("sub-plan-settled", "“{0}”的一个子方案已有结论。", "A sub-plan of \"{0}\" was settled.",
            To(Role.OfficeClerk, All, Digest), To(Role.Liaison, Lead, Digest)),
    ];

    // One row for each post that a rung may name.
    private static IEnumerable<NoticeRule> EachRung(string kind, Func<string, string, string, Role, string, NoticeRule> row) =>
    [
        row("联络员", "liaison", $"{kind}-liaison", Role.Liaison, Rungs.Liaison),
        row("单位主要负责人", "head of the agency", $"{kind}-head", Role.AgencyHead, Rungs.Head),
        row("分管领导", "leader in charge", $"{kind}-leader", Role.LeaderInCharge, Rungs.Leader),
    ];
}
