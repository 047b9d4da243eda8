using System.Text.Json;

namespace Supervision.Workflows.Activities;

/// <summary>Runs a script; its value is the result, and it may choose the outcomes by setOutcome and setOutcomes.</summary>
internal sealed class RunJavaScript() : Activity(new(
    "Elsa.RunJavaScript", "执行脚本", "Run JavaScript", "执行一段 JavaScript。", "Runs a piece of JavaScript.", "Scripting")
{
    Inputs =
    [
        new(Script, "脚本", "Script", IsRequired: true) { Editor = "code-editor", Description = new("要执行的脚本，其值为结果。", "The script to run; its value is the result.") },
        new("possibleOutcomes", "可能的结果", "Possible Outcomes", "List<String>")
        {
            Editor = "dynamic-outcomes",
            Description = new("脚本用 setOutcome 选择的出口。", "The outcomes that the script chooses from by setOutcome."),
        },
    ],
    Outputs = [new("result", "脚本的值", "Result")],
    OutcomesFrom = "possibleOutcomes",
})
{
    public const string Script = "script";

    public override IEnumerable<DefinitionFault> Check(ActivityNode node) =>
        node.Inputs.TryGetValue(Script, out var source) && source is { Kind: "Literal", Value.ValueKind: JsonValueKind.String }
            && Expressions.Script.Check(source.Value.GetString()!) is { } wrong
            ? [new($".{Script}", $"脚本有语法错误：{wrong}", $"The script has a syntax error: {wrong}")]
            : [];

    public override void Execute(ActivityRun run)
    {
        var source = run.Text(Script);
        if (string.IsNullOrWhiteSpace(source))
        {
            run.Complete();
            return;
        }

        var outcomes = new List<string>();
        run.SetOutput("result", Expressions.Script.Evaluate(source, run, outcomes));
        run.Complete(outcomes.Count == 0 ? ["Done"] : [.. outcomes]);
    }
}
