using Supervision.Language;
using Supervision.Tasks;
using static Supervision.Notices.NoticeScope;
using static Supervision.Notices.NoticeWeight;

namespace Supervision.Notices;

/// <remarks>Rows about what leaves the straight way: another agency, an early end, a second round, problems found.</remarks>
public static partial class NoticeTable
{
    private static IEnumerable<NoticeRule> Changing =>
    [
        Rule<ChangeRequested>("change-requested", "“{0}”提请{1}：{2}", "The {1} of \"{0}\" is asked for: {2}",
            To(Role.OfficeDirector, All), To(Role.LeaderInCharge, Lead))
            .Says<ChangeRequested>(e => [TaskLabels.Of(e.Change), e.Reason]),
        Rule<ChangeRefused>("change-refused", "“{0}”的{1}未获同意。", "The {1} of \"{0}\" was refused.",
            To(Role.OfficeClerk, All), To(Role.Liaison, Lead, Urgent))
            .Says<ChangeRefused>(e => [TaskLabels.Of(e.Change)]),
        Rule<TaskReassigned>("reassigned", "“{0}”改由你单位承办，期限 {1}，请签收：{2}", "\"{0}\" was given to you, due {1}; please acknowledge it: {2}",
            To(Role.Liaison, Involved, Urgent), To(Role.AgencyHead, Lead), To(Role.LeaderInCharge, Lead, Digest))
            .Says<TaskReassigned>(e => [e.Assignment.DueOn, e.Reason]),
        Rule<TaskReassigned>("reassigned-away", "“{0}”不再由你单位牵头：{1}", "\"{0}\" is no longer led by you: {1}",
            To(Role.Liaison, Named, Urgent), To(Role.AgencyHead, Named))
            .When<TaskReassigned>(e => e.From != e.Assignment.Lead)
            .Says<TaskReassigned>(e => [e.Reason]).Names<TaskReassigned>(e => [e.From]),
        Rule<TaskTerminated>("terminated", "“{0}”已终止：{1}", "\"{0}\" was terminated: {1}",
            To(Role.Liaison, Involved), To(Role.AgencyHead, Lead, Digest))
            .Says<TaskTerminated>(e => [e.Reason]),
        Rule<TaskDelegated>("delegated", "“{0}”交由您承办。{1}", "\"{0}\" was given to you to do. {1}")
            .Says<TaskDelegated>(e => [e.Note ?? ""])
            with { Asked = (fact, _) => [new(NoticeAddress.Of(((TaskDelegated)fact).Handler), Urgent)] },
        Rule<DelegationTakenBack>("taken-back", "“{0}”不再由您承办。", "\"{0}\" is no longer yours to do.")
            with { Asked = (fact, _) => [new(NoticeAddress.Of(((DelegationTakenBack)fact).Handler), Normal)] },
        Rule<TaskMerged>("merged", "“{0}”已并入事项 {1}，请在该事项中办理：{2}", "\"{0}\" was merged into task {1}; please go on there: {2}",
            To(Role.Liaison, Involved), To(Role.AgencyHead, Lead, Digest))
            .Says<TaskMerged>(e => [e.Into, e.Reason]),
        Rule<TaskTookIn>("took-in", "事项“{1}”已并入“{0}”，一并办理。", "\"{1}\" was merged into \"{0}\"; it is done with it.",
            To(Role.Liaison, Involved), To(Role.AgencyHead, Lead, Digest))
            .Says<TaskTookIn>(e => [e.Title]),
        Rule<TaskSplit>("split", "“{0}”已拆分为 {1} 个事项：{2}", "\"{0}\" was split into {1} tasks: {2}",
            To(Role.Liaison, Involved), To(Role.AgencyHead, Lead, Digest))
            .Says<TaskSplit>(e => [e.Parts.Count, e.Reason]),
        Rule<TaskReopened>("reopened", "“{0}”重新办理，期限 {1}，请签收：{2}", "\"{0}\" is to be done again, due {1}; please acknowledge it: {2}",
            To(Role.Liaison, Involved, Urgent), To(Role.AgencyHead, Lead), To(Role.LeaderInCharge, Lead, Digest))
            .Says<TaskReopened>(e => [e.Assignment.DueOn, e.Reason]),
        Rule<ProblemRaised>("problem-raised", "“{0}”发现问题，请于 {1} 前整改：{2}", "A problem was found on \"{0}\"; please put it right by {1}: {2}",
            To(Role.Liaison, Named, Urgent), To(Role.AgencyHead, Named))
            .Says<ProblemRaised>(e => [e.DueOn, e.Text]).Names<ProblemRaised>(e => [e.Agency]),
        Rule<ProblemRectified>("problem-rectified", "“{0}”的第 {1} 个问题已报整改，待核验。", "Problem {1} of \"{0}\" is said to be put right and waits for verification.",
            To(Role.OfficeClerk, All))
            .Says<ProblemRectified>(e => [e.Number]),
        Rule<ProblemReturned>("problem-returned", "“{0}”的第 {1} 个问题整改不到位：{2}", "Problem {1} of \"{0}\" is not put right: {2}",
            To(Role.Liaison, Involved, Urgent))
            .Says<ProblemReturned>(e => [e.Number, e.Finding]),
        Rule<ProblemVerified>("problem-verified", "“{0}”的第 {1} 个问题已通过核验。", "Problem {1} of \"{0}\" was verified.",
            To(Role.Liaison, Involved, Digest))
            .Says<ProblemVerified>(e => [e.Number]),
        Rule<ProblemClosed>("problem-closed", "“{0}”的第 {1} 个问题已销号：{2}", "Problem {1} of \"{0}\" was closed: {2}",
            To(Role.Liaison, Involved, Digest))
            .Says<ProblemClosed>(e => [e.Number, e.Conclusion]),
    ];
}
