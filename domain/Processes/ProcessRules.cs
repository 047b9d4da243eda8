using System.Text.Json;
using System.Text.Json.Nodes;
using Supervision.Language;

namespace Supervision.Processes;

/// <summary>What every actor with processes treats alike.</summary>
public static class ProcessRules
{
    /// <summary>Elsa's own waits are answered with this.</summary>
    public const string Done = "Done";

    /// <summary>Followers alone; a wait that is gone meanwhile is no fault.</summary>
    /// <remarks>A process that stands with an incident shows no waits, and may have this one again once it is mended.</remarks>
    public static Decision Deliver(ProcessSet processes, Caller caller, Deliver command) =>
        !caller.Is(Role.Follower) ? Decision.Refuse(CommonRefusals.DeliveryNotFollower)
        : processes.FindWait(command.Wait) is not null
            ? Decision.Nothing.Then(new Stimulus.Answer(command.Wait, Done, command.Data?.ToNode()))
        : Stands(processes, command.Wait) ? Decision.Refuse(CommonRefusals.DeliveryStands, command.Wait)
        : Decision.Nothing;

    /// <summary>A ladder starts attached to the wait that fell silent, a local event is told at once; the rest is recorded for followers.</summary>
    public static Decision Grant(ProcessRequest request) => request.Name switch
    {
        RequestNames.StartLadder when request.Wait is { } wait => Decision.Nothing.Then(new Stimulus.Start(
            $"ladder-{wait.Replace('/', '-')}", Word(request, "definition"), new JsonObject { ["about"] = request.Arguments["about"]?.DeepClone() },
            AttachedTo: wait)),
        RequestNames.PublishEvent when request.Arguments["isLocal"]?.GetValue<bool>() == true => Decision.Nothing.Then(
            new Stimulus.Event(Word(request, "name"), request.Arguments["payload"]?.DeepClone(), request.Instance)),
        RequestNames.SubPlanAwaited => Decision.Nothing, // Who has no sub-plans has nothing to say to it.
        _ => new ProcessRequestRecorded(
            request.Name, request.Instance, request.Activity, request.Wait,
            JsonSerializer.SerializeToElement(request.Arguments)),
    };

    // One that goes on beside its incident shows what it waits for: then what is not shown is gone.
    private static bool Stands(ProcessSet processes, string wait) =>
        processes.Running.TryGetValue(wait[..Math.Max(0, wait.LastIndexOf('/'))], out var process)
        && !process.Incidents.IsEmpty && process.Waits.Count == 0;

    private static string Word(ProcessRequest request, string name) => request.Arguments[name]?.GetValue<string>() ?? "";
}
