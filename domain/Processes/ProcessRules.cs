using System.Text.Json;
using System.Text.Json.Nodes;
using Supervision.Language;

namespace Supervision.Processes;

/// <summary>Requests that every actor treats alike.</summary>
public static class ProcessRules
{
    /// <summary>A ladder starts attached to the wait that fell silent; everything else is recorded for followers.</summary>
    public static Decision Grant(ProcessRequest request) => request.Name switch
    {
        RequestNames.StartLadder when request.Wait is { } wait => Decision.Nothing.Then(new Stimulus.Start(
            $"ladder-{wait.Replace('/', '-')}", Name(request), new JsonObject { ["about"] = request.Arguments["about"]?.DeepClone() },
            AttachedTo: wait)),
        _ => new ProcessRequestRecorded(
            request.Name, request.Instance, request.Activity, request.Wait,
            JsonSerializer.SerializeToElement(request.Arguments)),
    };

    private static string Name(ProcessRequest request) => request.Arguments["definition"]?.GetValue<string>() ?? "";
}
