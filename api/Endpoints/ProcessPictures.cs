using Supervision.Api.Requests;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Workflows;
using Supervision.Workflows.View;

namespace Supervision.Api.Endpoints;

/// <summary>The picture of a running process, for any actor that has processes. Who may see the actor may see it.</summary>
internal static class ProcessPictures
{
    public static async Task<Pictured> OfAsync(IStreamGrain actor, SignedIn user, string instance)
    {
        var notFound = CommonRefusals.ProcessNotFound.With([instance]);
        return await actor.ViewProcessAsync(user.Caller, instance) is { } process
            ? Pictured.Of(process.Definition, StandingOf(process), notFound)
            : Pictured.Nothing(notFound);
    }

    private static Standing StandingOf(ProcessView process) => new(
        InstanceStateJson.Read(process.State), process.Trail, process.At, process.ClockStopped, process.Bases);
}
