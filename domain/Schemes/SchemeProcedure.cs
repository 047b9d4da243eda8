using Supervision.Definitions;
using Supervision.Evaluations;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Processes;
using Supervision.Tasks;

namespace Supervision.Schemes;

/// <summary>起草, 检查, 报审, 审定, 冻结, 修订: what may be done to a scheme, by whom and when. Pure.</summary>
/// <remarks>Whose word is asked, and in which order, stands in the definition <c>scheme-approval</c>. The way: docs/schemes.md.</remarks>
public static class SchemeProcedure
{
    public const string Instance = "approval";

    /// <summary>More than the greatest scheme that the check lets through.</summary>
    public const int LengthMax = 4_000_000;

    /// <param name="code">The code of the address.</param>
    public static Decision Decide(SchemeState scheme, ItemCode code, Caller caller, SchemeCommand command)
    {
        if (!SchemeRights.MayGive(command.GetType(), caller))
            return Decision.Refuse(SchemeRefusals.NotAllowed, RoleLabels.Of(caller));
        if (!scheme.Exists && command is not (DraftScheme or CopyScheme))
            return Decision.Refuse(SchemeRefusals.NotFound, code);

        return command switch
        {
            DraftScheme c => Draft(scheme, code, c),
            CopyScheme c => Copy(scheme, code, c),
            SubmitScheme => Submit(scheme, caller),
            DecideScheme c => DecideApproval(scheme, caller, c),
            ReopenScheme c => Reopen(scheme, c),
            AbandonSchemeChange c => Abandon(scheme, c),
            _ => throw new System.Diagnostics.UnreachableException($"No rule for {command.GetType().Name}."),
        };
    }

    /// <summary>冻结, when the process asks for it. What has an error is not frozen, whatever a definition says.</summary>
    public static Decision Grant(SchemeState scheme, ProcessRequest request)
    {
        if (request.Name != RequestNames.FreezeScheme) return ProcessRules.Grant(request);

        var draft = scheme.Newest;
        return scheme.IsFrozen || !SchemeRules.IsSound(SchemeRules.Check(draft))
            ? Decision.Nothing
            : new SchemeFrozen(SchemeVersion.Of(draft), scheme.Reopened);
    }

    /// <summary>The process has what was submitted and waits for somebody's word.</summary>
    public static bool IsUnderApproval(SchemeState scheme) =>
        scheme.Processes.Running.ContainsKey(Instance) && scheme.Processes.Waiting(WaitKinds.Submission) is null;

    private static Decision Draft(SchemeState scheme, ItemCode code, DraftScheme command)
    {
        if (FixedBy(scheme) is { } no) return no;
        if (command.Scheme.Value.Length > LengthMax)
            return Decision.Refuse(SchemeRefusals.TooLarge, command.Scheme.Value.Length, LengthMax);

        var (draft, finding) = EvaluationScheme.Read(command.Scheme);
        return draft is null ? Decision.Refuse(SchemeRefusals.Unreadable, finding!.Place, finding.English)
            : draft.Code != code ? Decision.Refuse(SchemeRefusals.CodeDiffers, draft.Code, code)
            : draft.Version != scheme.NextVersion ? Decision.Refuse(SchemeRefusals.VersionDiffers, draft.Version, scheme.NextVersion)
            : Drafted(scheme, new SchemeDrafted(draft.Write()));
    }

    private static Decision Copy(SchemeState scheme, ItemCode code, CopyScheme command)
    {
        if (scheme.Exists) return Decision.Refuse(SchemeRefusals.Exists, code);
        if (command.Name is not null && PlanTexts.Refused(command.Name, PlanTexts.Title) is { } flaw) return flaw;

        var (source, finding) = EvaluationScheme.Read(command.Source);
        return source is null ? Decision.Refuse(SchemeRefusals.Unreadable, finding!.Place, finding.English)
            : Drafted(scheme, new SchemeDrafted(
                (source with { Code = code, Version = 1, Name = command.Name?.Trim() ?? source.Name }).Write(), SchemeVersion.Of(source)));
    }

    private static Decision Submit(SchemeState scheme, Caller caller)
    {
        if (scheme.IsFrozen) return Decision.Refuse(SchemeRefusals.Frozen, scheme.Frozen!.Version);

        var draft = scheme.Newest;
        var findings = SchemeRules.Check(draft);
        EvaluationFinding[] errors = [.. findings.Where(finding => finding.Severity is Severity.Error)];
        return errors is [var first, ..]
                ? Decision.Refuse(SchemeRefusals.Unsound, errors.Length, first.Place, new Term(first.Chinese, first.English))
            : scheme.Frozen is { } frozen && (draft with { Version = frozen.Version }).Hash == frozen.Hash
                ? Decision.Refuse(SchemeRefusals.Unchanged, frozen.Version)
            : WaitAnswers.Given(
                scheme.Processes, caller, WaitKinds.Submission, "Submitted",
                () => Decision.Refuse(SchemeRefusals.NotWaiting, WaitedFor(scheme)),
                new SchemeSubmitted(SchemeVersion.Of(draft), findings.Count));
    }

    private static Decision DecideApproval(SchemeState scheme, Caller caller, DecideScheme command) => WaitAnswers.Decided(
        scheme.Processes, caller, command.Verdict, command.Opinion, command.Wait,
        _ => Decision.Refuse(SchemeRefusals.ApprovalNotYours, WaitedFor(scheme)),
        command.Verdict is Verdict.Rejected
            ? PlanTexts.Refused(command.Opinion, PlanTexts.Opinion)
            : PlanTexts.OptionalRefused(command.Opinion, PlanTexts.Opinion));

    private static Decision Reopen(SchemeState scheme, ReopenScheme command)
    {
        if (scheme.Frozen is null) return Decision.Refuse(SchemeRefusals.NotFrozen);
        if (scheme.Reopened is { } reason) return Decision.Refuse(SchemeRefusals.ReopenedAlready, reason);

        return PlanTexts.Refused(command.Reason, PlanTexts.Reason) ?? Decision.Record(
            new SchemeReopened(command.Reason.Trim()),
            new SchemeDrafted((scheme.Newest with { Version = scheme.NextVersion }).Write())).Then(Begun);
    }

    private static Decision Abandon(SchemeState scheme, AbandonSchemeChange command) =>
        scheme.Reopened is null ? Decision.Refuse(SchemeRefusals.NotReopened)
        : PlanTexts.Refused(command.Reason, PlanTexts.Reason)
            ?? Decision.Record(new SchemeChangeAbandoned(command.Reason.Trim()))
                .Then([.. scheme.Processes.Running.Keys.Select(instance => new Stimulus.Cancel(instance))]);

    // Where nothing drives it (it is new, or its process was ended), the process begins.
    private static Decision Drafted(SchemeState scheme, SchemeDrafted drafted) =>
        (scheme.Draft == drafted.Scheme ? Decision.Nothing : drafted)
            .Then(scheme.Processes.Running.ContainsKey(Instance) ? [] : [Begun]);

    private static Decision? FixedBy(SchemeState scheme) =>
        scheme.IsFrozen ? Decision.Refuse(SchemeRefusals.Frozen, scheme.Frozen!.Version)
        : IsUnderApproval(scheme) ? Decision.Refuse(SchemeRefusals.UnderApproval, WaitedFor(scheme))
        : null;

    private static Stimulus.Start Begun { get; } = new(Instance, DefinitionNames.SchemeApproval, []);

    private static Term WaitedFor(SchemeState scheme) => Term.Join(
    [
        .. scheme.Processes.Waits.Select(WaitAnswers.Described).DefaultIfEmpty(Term.Plain("—")),
        .. WaitAnswers.Incidents(scheme.Processes),
    ]);
}
