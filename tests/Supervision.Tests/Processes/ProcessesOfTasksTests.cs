using System.Text.Json.Nodes;
using Supervision.Definitions;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Tasks;
using Supervision.Tests.Actors;
using Supervision.Tests.Workflows;
using Supervision.Workflows;

namespace Supervision.Tests.Processes;

/// <summary>The process of a task starts sub-processes and waits for events as a free-standing one does.</summary>
public sealed class ProcessesOfTasksTests
{
    [Fact]
    public async Task A_task_waits_for_its_sub_process_and_then_for_an_event()
    {
        await using var city = await City.FoundAsync();
        var desk = new ProcessDesk(city);
        await desk.PublishAsync("survey", [Build.Activity("task", "Elsa.RunTask", ("taskName", "survey"))]);
        await InsertAsync(city, Build.Activity("survey", "Elsa.ExecuteWorkflow", ("workflowDefinitionId", "survey")), ProcessDesk.Event("arrived", "funds"));
        var task = new TaskLine(city);
        (await task.RegisterAsync()).ShouldBeDone();
        (await task.ApproveAsync()).ShouldBeDone();
        await city.SettleAsync();
        (await task.AssignAsync()).ShouldBeRefused(TaskRefusals.NotWaiting);

        var child = (await desk.BegunAsync()).Single();
        child.Origin!.Stream.Should().Be(task.Stream);
        await desk.SendAsync(child.Process.Value, new CompleteTask(new("done"), (await desk.ViewAsync(child.Process.Value)).Waits.Single().Id));
        await city.SettleAsync();
        (await task.AssignAsync()).ShouldBeRefused(TaskRefusals.NotWaiting);

        await desk.PublishEventAsync("funds", "of-another");
        await city.SettleAsync();
        (await task.AssignAsync()).ShouldBeRefused(TaskRefusals.NotWaiting);
        await desk.PublishEventAsync("funds");
        await city.SettleAsync();
        (await task.AssignAsync()).ShouldBeDone();
    }

    // Between the approval of the registration and the assignment.
    private static async Task InsertAsync(City city, params JsonObject[] activities)
    {
        var definition = JsonNode.Parse(ShippedDefinitions.All["directive"].Span)!.AsObject();
        var root = definition["root"]!.AsObject();
        var arrows = root["connections"]!.AsArray();
        foreach (var arrow in arrows.Where(arrow => (string?)arrow!["target"]!["activity"] == "assign"))
            arrow!["target"]!["activity"] = (string?)activities[0]["id"];
        for (var i = 0; i < activities.Length; i++)
        {
            root["activities"]!.AsArray().Add(activities[i]);
            arrows.Add(Build.Arrow((string)activities[i]["id"]!, "Done", i + 1 < activities.Length ? (string)activities[i + 1]["id"]! : "assign"));
        }

        Build.Race(root, "arrived");
        (await city.Grains.GetGrain<IDefinitionGrain>("directive").PublishAsync(
            city.As(ProcessDesk.Designer), new PublishDefinition(new("edit"), definition.ToJsonString()))).ShouldBeDone();
    }
}
