using Supervision.Indicators;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Processes;

namespace Supervision.Tasks;

/// <summary>并案 and 拆分: one task out of two, and several out of one. Both by consent; see docs/task-lifecycle.md.</summary>
public static partial class TaskRules
{
    /// <summary>More tasks than this in one are a plan.</summary>
    public const int TakenInMax = 20;

    public const int PartsMax = 20;

    public const int PartWeightMax = 1000;

    private static Decision RequestMerger(SupervisedTask task, Caller caller, RequestMerger command, TaskContext context)
    {
        if (!IsWithLead(task))
            return NotUnderWay(task, command);
        if (command.Into == context.TaskId)
            return Decision.Refuse(TaskRefusals.MergerWithItself);
        if (DepthOf(task) > 0)
            return Decision.Refuse(TaskRefusals.OwnBreakdown, TaskLabels.Of(command));

        return Requested(task, caller, new ChangeRequested(ChangeKind.Merger, caller.Agency, command.Reason, Into: command.Into));
    }

    private static MergedTask MergedOf(SupervisedTask task, TaskContext context) => new(
        context.TaskId, task.Registration!.Title, task.Number?.Text, task.Assignment!, task.Indicators.All,
        [.. task.Problems.Where(problem => problem.Stage is not ProblemStage.Closed)
            .Select(problem => new OpenProblem(problem.Text, problem.Agency, problem.DueOn))]);

    /// <summary>The other task: it takes over who is on the one that goes, what is measured of it, and what was found on it.</summary>
    /// <remarks>Two that are to go into each other both say no, or nobody would be left to do either.</remarks>
    private static Decision TakeIn(SupervisedTask task, TakeIn command, TaskContext context)
    {
        var merged = command.Merged;
        if (task.Changes.TakenIn.Any(taken => taken.Task == merged.Task))
            return Decision.Nothing;
        if (!IsWithLead(task) || task.Changes.AgreedInto is not null)
            return NotUnderWay(task, command);
        if (DepthOf(task) > 0)
            return Decision.Refuse(TaskRefusals.OwnBreakdown, TaskLabels.Of(command));
        if (task.Changes.TakenIn.Count >= TakenInMax)
            return Decision.Refuse(TaskRefusals.TakenInTooMany, TakenInMax);
        if (task.Problems.Count + merged.Problems.Count > ProblemsMax)
            return Decision.Refuse(TaskRefusals.ProblemsTooMany, ProblemsMax);

        var both = Joined(task.Assignment!, merged.Assignment);
        if (both.Agencies.Count() > Assignment.AgenciesMax)
            return Decision.Refuse(TaskRefusals.AgenciesTooMany, Assignment.AgenciesMax);

        // A day that has passed is put right today: the agency learns of it as a problem of this task only now.
        var problems = merged.Problems.Select((problem, n) => new ProblemRaised(
            task.Problems.Count + n + 1, problem.Text, problem.Agency, problem.DueOn < context.Today ? context.Today : problem.DueOn));
        return Decision.Record([
            new TaskTookIn(merged.Task, merged.Title, merged.Number, both, Joined(task.Indicators.All, merged.Indicators)), .. problems]);
    }

    // Its lead answers for it no longer, but goes on with its part.
    private static Assignment Joined(Assignment own, Assignment merged)
    {
        AgencyCode[] responsible = [.. merged.Responsible.Prepend(merged.Lead).Where(code => !own.Involves(code)).Distinct()];
        return own with
        {
            Responsible = [.. own.Responsible, .. responsible],
            Cooperating = [.. own.Cooperating, .. merged.Cooperating.Where(code => !own.Involves(code) && !responsible.Contains(code)).Distinct()],
        };
    }

    // The ids of indicators belong to their task: those that come are numbered on behind its own.
    private static IReadOnlyList<Indicator> Joined(IReadOnlyList<Indicator> own, IReadOnlyList<Indicator> merged)
    {
        var taken = own.Select(indicator => indicator.Id).ToHashSet();
        return [.. own, .. merged.Select(indicator => indicator with { Id = FreeId(taken) })];
    }

    private static string FreeId(HashSet<string> taken)
    {
        var id = Enumerable.Range(1, int.MaxValue).Select(n => $"i{n}").First(id => !taken.Contains(id));
        taken.Add(id);
        return id;
    }

    // What has ended otherwise meanwhile stays as it ended.
    private static Decision NoteMerged(SupervisedTask task, NoteMerged command) => task.IsClosed
        ? Decision.Nothing
        : Decision.Record(new TaskMerged(command.Into, task.Changes.AgreedReason ?? "", command.Readers, Below(task)))
            .Then([.. task.Processes.Running.Keys.Select(instance => new Stimulus.Cancel(instance))]);

    private static Decision NoteMergerDeclined(SupervisedTask task, NoteMergerDeclined command) => task.Changes.AgreedInto is null
        ? Decision.Nothing
        : new ChangeRefused(ChangeKind.Merger, command.Because);

    private static Decision RequestSplit(SupervisedTask task, Caller caller, RequestSplit command, TaskContext context)
    {
        if (!IsWithLead(task))
            return NotUnderWay(task, command);
        if (SplitFlaw(task, TaskLabels.Of(command)) is { } flaw)
            return flaw;
        if (command.Parts.Count is < 2 or > PartsMax)
            return Decision.Refuse(TaskRefusals.PartsUnfit, PartsMax);
        if (context.TaskId.Value.Length > TaskId.LengthMax - PartRoom)
            return Decision.Refuse(TaskRefusals.PartsTooDeep);
        if (command.Parts.Select(part => PartFlaw(task, part, context)).FirstOrDefault(refused => refused is not null) is { } unfit)
            return unfit;

        return SharesFlaw(task, command) ?? Requested(task, caller, new ChangeRequested(
            ChangeKind.Split, caller.Agency, command.Reason, Parts: [.. command.Parts.Select((part, n) => PartOf(task, part, n, context))],
            GapReason: string.IsNullOrWhiteSpace(command.GapReason) ? null : command.GapReason.Trim()));
    }

    // Room in the id of a part for its number.
    private const int PartRoom = 4;

    // What is below, and what was found, would be nobody's.
    private static Decision? SplitFlaw(SupervisedTask task, Term asked) =>
        DepthOf(task) > 0 ? Decision.Refuse(TaskRefusals.OwnBreakdown, asked)
        : Below(task) is not null ? Decision.Refuse(TaskRefusals.BrokenDown)
        : task.Problems.Any(problem => problem.Stage is not ProblemStage.Closed) ? Decision.Refuse(TaskRefusals.ProblemsBeforeSplit)
        : null;

    private static Decision? PartFlaw(SupervisedTask task, TaskPart part, TaskContext context) =>
        TextRefused(part.Title, Fields.Title, TitleLengthMax)
        ?? OptionalTextRefused(part.Content, Fields.Content)
        ?? Flaw(part.Assignment, context)
        ?? (part.Weight is < 1 or > PartWeightMax ? Decision.Refuse(TaskRefusals.PartWeightUnfit, part.Title, part.Weight, PartWeightMax)
            : part.Shares?.FirstOrDefault(share => task.Indicators.Find(share.Indicator) is null) is { } unknown ? IndicatorUnknown(task, unknown.Indicator)
            : part.Shares?.FirstOrDefault(share => !IsDivisible(task.Indicators.Find(share.Indicator)!)) is { } whole
                ? Decision.Refuse(IndicatorRefusals.NotDivisible, task.Indicators.Find(whole.Indicator)!.Name)
            : part.Shares?.FirstOrDefault(share => share.Value is < 0 or > IndicatorRules.NumberMax) is { } unfit
                ? Decision.Refuse(TaskRefusals.ShareOutOfRange, part.Title, unfit.Value, IndicatorRules.NumberMax)
            : part.Shares?.GroupBy(share => share.Indicator).FirstOrDefault(group => group.Count() > 1) is { } twice
                ? Decision.Refuse(TaskRefusals.PartShareTwice, part.Title, twice.Key)
            : null);

    private static Decision? SharesFlaw(SupervisedTask task, RequestSplit command)
    {
        var gap = task.Indicators.All.Where(IsDivisible)
            .Select(indicator => indicator.Target!.Value.Number!.Value - command.Parts.Sum(part => ShareOf(part, indicator) ?? 0))
            .FirstOrDefault(gap => gap != 0);
        return gap != 0 && string.IsNullOrWhiteSpace(command.GapReason)
            ? Decision.Refuse(IndicatorRefusals.GapUnexplained, gap)
            : OptionalTextRefused(command.GapReason, Fields.Reason);
    }

    private static bool IsDivisible(Indicator indicator) => indicator is { Sums: Aggregation.Sum, Target.Number: not null };

    private static decimal? ShareOf(TaskPart part, Indicator indicator) =>
        part.Shares?.FirstOrDefault(share => share.Indicator == indicator.Id)?.Value;

    private static PartOfTask PartOf(SupervisedTask task, TaskPart part, int n, TaskContext context) => new(
        new TaskId($"{context.TaskId}.{n + 1}"), part.Title.Trim(),
        string.IsNullOrWhiteSpace(part.Content) ? task.Registration!.Content : part.Content.Trim(), part.Assignment, part.Weight,
        [.. task.Indicators.All.Select(indicator => !IsDivisible(indicator) ? indicator
            : ShareOf(part, indicator) is { } share ? indicator with { Target = new TargetValue(share), Baseline = null, Trajectory = [] }
            : null).OfType<Indicator>()]);

    private static Decision SplitGranted(SupervisedTask task, ChangeRequested asked) =>
        IsWithLead(task) && SplitFlaw(task, TaskLabels.Of(asked.Change)) is null
            ? Decision.Record(new TaskSplit(asked.Reason, asked.Parts!, asked.GapReason))
                .Then([.. task.Processes.Running.Keys.Select(instance => new Stimulus.Cancel(instance))])
            : new ChangeRefused(asked.Change);

    /// <summary>立项 of a part, as a follower sends it: what it does not have of its own it has of the whole; null for a part there is not.</summary>
    public static Register? RegistrationOf(SupervisedTask task, TaskId whole, TaskId part, CommandKey key) =>
        task.Changes.Parts.FirstOrDefault(known => known.Task == part) is not { } own || task.Registration is not { } registration
            ? null
            : new Register(
                key, own.Title, own.Content, registration.Supervision, registration.Source, registration.Authority, registration.Cadence,
                Origin: registration.Origin, Proposed: own.Assignment, Process: task.Changes.Process, Indicators: own.Indicators,
                EvidenceRule: task.Indicators.EvidenceRule, Approved: true, PartOf: whole);
}
