using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>A wait for somebody of the office: declares the outcomes that answer it, may have a limit in working days, a reminder and a ladder.</summary>
/// <param name="subject">What the wait is about when the definition does not say: one word, as ladders and notices know it.</param>
internal abstract class OfficeWait(ActivityDescriptor descriptor, string subject) : Activity(descriptor with
{
    Category = DesignerWords.Office,
    Inputs = [.. descriptor.Inputs, .. WaitTerms.Inputs],
    Outputs = [new("result", "办理结果", "Result"), .. descriptor.Outputs],
})
{
    /// <summary>The outcomes that somebody's answer can have; others come with time.</summary>
    protected virtual ImmutableArray<string> Answers => Descriptor.Outcomes;

    public override IEnumerable<DefinitionFault> Check(ActivityNode node)
    {
        if (node.Inputs.ContainsKey(WaitTerms.LimitWorkingDays) && node.Inputs.ContainsKey(WaitTerms.LimitDays))
            yield return new($".{WaitTerms.LimitDays}", "工作日时限与自然日时限只能填一项。", "Give the limit in working days or in days, not in both.");
    }

    public override void Execute(ActivityRun run)
    {
        var terms = WaitTerms.Read(run, subject).SetItem(WaitTerms.Outcomes, string.Join(',', Answers));
        Begun(run, run.Wait(terms, Limits.Count(terms, run.Burst.Context)));
    }

    /// <summary>What a kind of wait asks for when it begins.</summary>
    protected virtual void Begun(ActivityRun run, Bookmark bookmark) { }

    public override bool Answer(ActivityRun run, Bookmark bookmark, Answer answer)
    {
        if (!Answers.Contains(answer.Outcome) || Answerers.IsBarred(bookmark, answer.Fields)) return false;
        run.SetOutput("result", Values.Of(answer.Data));
        run.Complete(answer.Outcome);
        return true;
    }

    /// <summary>A due speaks up once; the wait stays. Only an answer or the end of its surroundings ends it.</summary>
    public override bool Fire(ActivityRun run, Bookmark bookmark, string due)
    {
        var about = bookmark.Term(WaitTerms.About);
        run.Burst.Replace(bookmark.Without(due));
        if (due == DueNames.Remind)
            run.Request(RequestNames.Remind, new JsonObject { ["about"] = about }, bookmark);
        else if (due == DueNames.Limit && bookmark.Term(WaitTerms.Ladder) is { Length: > 0 } ladder)
            run.Request(RequestNames.StartLadder, new JsonObject { ["about"] = about, ["definition"] = ladder }, bookmark);
        return true;
    }
}
