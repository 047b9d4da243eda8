namespace Supervision.Workflows.Activities;

internal sealed class WriteLine() : Activity(new(
    "Elsa.WriteLine", "记录一行", "Write Line", "在流程日志中写一行文字。", "Writes a line of text to the journal.", "Console")
{
    Inputs = [new("text", "文字", "Text") { Description = new("写入流程日志的文字。", "What is written to the journal.") }],
})
{
    /// <summary>The journal's word for a written line; Elsa has none, it writes to a console.</summary>
    public const string Written = "Written";

    public override void Execute(ActivityRun run)
    {
        run.Burst.Write(run, Written, [], run.Text("text"));
        run.Complete();
    }
}
