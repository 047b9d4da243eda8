using System.Text.Json;

namespace Supervision.Workflows.Activities;

/// <summary>Runs a script; its value is the result, and it may choose the outcomes by setOutcome and setOutcomes.</summary>
internal sealed class RunJavaScript() : Activity(new(
    "Elsa.RunJavaScript", "执行脚本", "Run JavaScript", "执行一段 JavaScript。", "Runs a piece of JavaScript.", "Scripting")
{
    Inputs =
    [
        new(Script, "脚本", "Script", IsRequired: true),
        new("possibleOutcomes", "可能的结果", "Possible Outcomes", "List<String>"),
    ],
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
