using System.Text;
using System.Text.Json.Nodes;
using Supervision.Workflows;

namespace Supervision.Bench.Workflows;

/// <summary>Whole lives of Elsa's approval example: started, acknowledged, reported, finished; three bursts and eight activities each.</summary>
internal sealed class ApprovalLives(WorkflowDefinition definition, bool savesBetweenBursts)
{
    private static readonly StepContext Context = new(
        new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero), new NoCalendar(), new Dictionary<string, DateOnly>(), "bench");

    private static readonly JsonObject Report = new() { ["approved"] = true };

    /// <summary>The largest state that was kept between two bursts, in bytes.</summary>
    public int StateBytes { get; private set; }

    public static ApprovalLives Of(bool usesJavaScript, bool savesBetweenBursts)
    {
        var json = JsonNode.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Workflows", "approval-bench.json")))!;
        if (!usesJavaScript)
        {
            var decision = json["root"]!["activities"]!.AsArray().First(activity => (string?)activity!["id"] == "isApproved")!;
            decision["condition"]!["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = true };
        }

        return new ApprovalLives(DefinitionReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString())), savesBetweenBursts);
    }

    public void Live()
    {
        var state = Keep(Machine.Start(definition, "i", [], Context).State);
        state = Keep(Machine.Tell(definition, state, "i", "acknowledge", null, Context).State);
        state = Machine.Tell(definition, state, "i", "report", Report, Context).State;
        if (state is not { Status: InstanceStatus.Finished, Name: "approved" }) throw new InvalidOperationException($"An instance ended {state.Status}.");
    }

    private InstanceState Keep(InstanceState state)
    {
        if (!savesBetweenBursts) return state;
        var saved = InstanceStateJson.Write(state);
        StateBytes = Math.Max(StateBytes, saved.Length);
        return InstanceStateJson.Read(saved);
    }
}
