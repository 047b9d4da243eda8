using System.Collections.Immutable;
using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>报送: a draft, a self-report, an application, evidence of a stage. Where the law gives a period, the wait may end with it.</summary>
internal sealed class WaitForSubmission() : OfficeWait(new(
    WaitKinds.Submission, "等待报送", "Wait for submission", "等待有关单位报送材料；可设定到期即结束。",
    "Waits until something is submitted; the wait may end with its limit.", "")
{
    Inputs =
    [
        WaitTerms.PurposeInput,
        WaitTerms.RoleInput,
        new(Expires, "到期即结束", "Expires", "Boolean", Default: "false")
        {
            Description = new("到期无人报送时由“到期”出口继续；否则继续等待并催办。", "When the limit passes the wait ends by Expired; else it goes on and is expedited."),
        },
    ],
    Outputs = [new("submittedOn", "报送日期", "Submitted on", "String")],
    Outcomes = [Submitted, Expired],
}, "submission")
{
    public const string Expires = "expires";
    public const string Submitted = "Submitted";
    public const string Expired = "Expired";

    protected override ImmutableArray<string> Answers { get; } = [Submitted];

    public override ImmutableArray<string> OutcomesOf(ActivityNode node) =>
        !node.Inputs.TryGetValue(Expires, out var expires) || (expires.Kind == "Literal" && !Expressions.ValueTypes.ToFlag(expires.Value))
            ? [Submitted]
            : Descriptor.Outcomes;

    public override IEnumerable<DefinitionFault> Check(ActivityNode node)
    {
        foreach (var fault in base.Check(node)) yield return fault;
        if (node.Inputs.TryGetValue(Expires, out var expires) && Expressions.ValueTypes.ToFlag(expires.Value)
            && !node.Inputs.ContainsKey(WaitTerms.LimitWorkingDays) && !node.Inputs.ContainsKey(WaitTerms.LimitDays))
        {
            yield return new($".{Expires}", "到期即结束的等待须有时限。", "A wait that ends with its limit needs one.");
        }
    }

    public override bool Answer(ActivityRun run, Bookmark bookmark, Answer answer)
    {
        run.SetOutput("submittedOn", Values.Of(WaitTerms.Format(run.Burst.Context.Calendar.DayOf(run.Burst.Context.Now))));
        return base.Answer(run, bookmark, answer);
    }

    public override bool Fire(ActivityRun run, Bookmark bookmark, string due)
    {
        if (due != DueNames.Limit || bookmark.Term(Expires).Length == 0) return base.Fire(run, bookmark, due);
        run.Complete(Expired);
        return true;
    }
}
