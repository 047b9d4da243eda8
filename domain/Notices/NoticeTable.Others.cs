using System.Text.Json;
using Supervision.Accounts;
using Supervision.Agencies;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Processes;
using Supervision.RollUps;
using Supervision.Schemes;
using static Supervision.Notices.NoticeScope;
using static Supervision.Notices.NoticeWeight;

namespace Supervision.Notices;

/// <remarks>Rows about agencies, plans, processes, accounts and schemes.</remarks>
public static partial class NoticeTable
{
    private static IEnumerable<NoticeRule> OfAgencies =>
    [
        .. EachRung("agency-escalated-to", (chinese, english, kind, role, rung) =>
            Rule<AgencyEscalated>(kind, $"{{0}}有 {{1}} 件事项漏报，升级至{chinese}（第 {{2}} 级）。",
                $"{{0}} owes reports on {{1}} tasks; it has climbed to the {english} (rung {{2}}).", To(role, Lead, Urgent), To(Role.OfficeClerk, All, Digest))
                .When<AgencyEscalated>(e => e.To == rung).Says<AgencyEscalated>(e => [e.Tasks.Count, e.Rung])
                with { Rung = fact => ((AgencyEscalated)fact).Rung }),
        Rule<AgencyEscalated>("agency-escalated-elsewhere", "{0}有 {1} 件事项漏报，升级至“{3}”（第 {2} 级）。",
            "{0} owes reports on {1} tasks; it has climbed to \"{3}\" (rung {2}).", To(Role.OfficeClerk, All, Urgent))
            .When<AgencyEscalated>(e => !Rungs.IsKnown(e.To)).Says<AgencyEscalated>(e => [e.Tasks.Count, e.Rung, e.To])
            with { Rung = fact => ((AgencyEscalated)fact).Rung },
        Rule<AgencyMeasureProposed>("agency-measure-proposed", "就{0}漏报 {1} 件事项提请决定处置（{2}）。",
            "A measure ({2}) about {0}, which owes reports on {1} tasks, is proposed to you; nothing happens by itself.",
            To(Role.OfficeDirector, All, Urgent)).Says<AgencyMeasureProposed>(e => [e.Tasks.Count, e.What]),
    ];

    private static IEnumerable<NoticeRule> OfPlans =>
    [
        Rule<PlanOpened>("plan-opened", "请编制子方案“{0}”，{1} 前报审。", "Please make the sub-plan \"{0}\" and submit it by {1}.",
            To(Role.Liaison, Lead, Urgent), To(Role.AgencyHead, Lead)).Says<PlanOpened>(e => [e.Parent.FileBy]),
        Rule<PlanRefusedAsNotOurs>("plan-refused-as-not-ours", "子方案“{0}”被退回：{1}", "The sub-plan \"{0}\" was refused as not their duty: {1}",
            To(Role.OfficeClerk, All, Urgent)).Says<PlanRefusedAsNotOurs>(e => [e.Reason]),
        Rule<PlanSubmitted>("plan-submitted", "方案“{0}”已报审。", "The plan \"{0}\" was submitted for approval.", To(Role.OfficeDirector, All)),
        Rule<PlanAccepted>("plan-accepted", "方案“{0}”已审定。", "The plan \"{0}\" was accepted.", To(Role.OfficeClerk, All), To(Role.Liaison, Lead)),
        Rule<PlanRevisionProposed>("plan-revision-proposed", "方案“{0}”提请调整：{1}", "A revision of the plan \"{0}\" is proposed: {1}",
            To(Role.OfficeDirector, All)).Says<PlanRevisionProposed>(e => [e.Reason]),
        Rule<PlanRevisionRefused>("plan-revision-refused", "方案“{0}”的调整未获同意。", "The revision of the plan \"{0}\" was refused.",
            To(Role.OfficeClerk, All), To(Role.Liaison, Lead)),
        Rule<PlanRevised>("plan-revised", "方案“{0}”已调整为第 {1} 版：{2}", "The plan \"{0}\" is at version {1}: {2}",
            To(Role.OfficeClerk, All, Digest), To(Role.Liaison, Lead)).Says<PlanRevised>(e => [e.Revision, e.Reason]),
        Rule<PlanWithdrawn>("plan-withdrawn", "子方案“{0}”随上级事项撤销：{1}", "The sub-plan \"{0}\" was withdrawn with the task above it: {1}",
            To(Role.Liaison, Lead), To(Role.AgencyHead, Lead, Digest)).Says<PlanWithdrawn>(e => [e.Reason]),
        Rule<ProgressReached>("progress-reached", "“{0}”的汇总进度首次达到 {1}%。", "The rolled-up progress of \"{0}\" has reached {1}% for the first time.",
            To(Role.OfficeClerk, All, Digest)).Says<ProgressReached>(e => [e.Percent]),
    ];

    // Who is evaluated by it must hear that it is in force.
    private static IEnumerable<NoticeRule> OfSchemes =>
    [
        Rule<SchemeSubmitted>("scheme-submitted", "考核办法“{0}”第 {1} 版已报审。", "Version {1} of the scheme \"{0}\" was submitted for approval.",
            To(Role.OfficeDirector, All)).Says<SchemeSubmitted>(e => [e.Scheme.Version]),
        Rule<SchemeFrozen>("scheme-frozen", "考核办法“{0}”第 {1} 版已生效。", "Version {1} of the scheme \"{0}\" is in force.",
            To(Role.OfficeClerk, All), To(Role.Liaison, All), To(Role.AgencyHead, All, Digest), To(Role.Evaluator, All, Digest))
            .Says<SchemeFrozen>(e => [e.Scheme.Version]),
        Rule<SchemeReopened>("scheme-reopened", "考核办法“{0}”启动修订：{1}", "A change of the scheme \"{0}\" has begun: {1}",
            To(Role.OfficeDirector, All, Digest)).Says<SchemeReopened>(e => [e.Reason]),
    ];

    private static IEnumerable<NoticeRule> OfProcesses =>
    [
        Rule<ProcessRequestRecorded>("notified", "“{0}”：{1}", "\"{0}\": {1}")
            .When<ProcessRequestRecorded>(e => e.Name == RequestNames.Notify)
            .Says<ProcessRequestRecorded>(e => [Word(e, "text")]) with { Asked = Asked },
        Rule<ProcessIncidentRecorded>("incident", "“{0}”的流程在“{1}”出错，待处置。", "The process of \"{0}\" failed at \"{1}\" and waits for you.",
            To(Role.Designer, All, Urgent)).Says<ProcessIncidentRecorded>(e => [e.Incident.Name])
            .About<ProcessIncidentRecorded>("incident", e => $"{e.Incident.Instance}/{e.Incident.Run}", OneDay),
    ];

    // Whoever recorded it knows; the absent one and the substitute are told wherever they are.
    private static IEnumerable<NoticeRule> OfAccounts =>
    [
        Rule<AbsenceRecorded>("substitute-named", "{0}于 {1} 至 {2} 离岗，由“{3}”代理。", "{0} is away from {1} to {2}; \"{3}\" stands in.")
            .Says<AbsenceRecorded>(e => [e.From, e.To, e.Substitute.Value])
            with { Asked = (fact, subject) => Both(subject, ((AbsenceRecorded)fact).Substitute) },
        Rule<AbsenceEnded>("absence-ended", "{0}自 {1} 起返岗，代理结束。", "{0} is back from {1} on; nobody stands in any more.")
            .Says<AbsenceEnded>(e => [e.On])
            with { Asked = (fact, subject) => Both(subject, ((AbsenceEnded)fact).Substitute) },
    ];

    private static IEnumerable<NoticeTo> Both(NoticeSubject absent, AccountId substitute) =>
    [
        new(NoticeAddress.Of(substitute), Normal),
        new(NoticeAddress.Of(new AccountId(absent.Stream[(absent.Stream.IndexOf('/', StringComparison.Ordinal) + 1)..])), Digest),
    ];

    // A post of the agencies on the matter, or wherever it is when there are none; an agency's liaison; or an account.
    private static IEnumerable<NoticeTo> Asked(Fact fact, NoticeSubject subject)
    {
        var to = Word((ProcessRequestRecorded)fact, "to").Trim();
        var role = to switch
        {
            Rungs.Liaison => Role.Liaison,
            Rungs.Head => Role.AgencyHead,
            Rungs.Leader => Role.LeaderInCharge,
            _ when Enum.TryParse<Role>(to, out var named) && Enum.IsDefined(named) && !char.IsAsciiDigit(to[0]) => named,
            _ => (Role?)null,
        };
        IEnumerable<NoticeAddress> addresses = role switch
        {
            Role.OfficeClerk or Role.OfficeDirector or Role.Designer or Role.Evaluator => [NoticeAddress.Of(role.Value)],
            { } post when subject.Involved.Count > 0 => subject.Involved.Select(agency => NoticeAddress.Of(post, agency)),
            { } post => [NoticeAddress.Of(post)],
            null when Organisation.Shipped.OfName(to) is { } agency => [NoticeAddress.Of(Role.Liaison, agency.Code)],
            null when AgencyCode.TryParse(to, null, out var code) && Organisation.Shipped.IsKnown(code) => [NoticeAddress.Of(Role.Liaison, code)],
            null when AccountId.TryParse(to, null, out var account) => [NoticeAddress.Of(account)],
            // Said to nobody we know: the office hears of it rather than nobody.
            null => [NoticeAddress.Of(Role.OfficeClerk)],
        };
        return addresses.Select(address => new NoticeTo(address, Normal));
    }

    private static string Word(ProcessRequestRecorded asked, string name) =>
        asked.Arguments.ValueKind == JsonValueKind.Object && asked.Arguments.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
