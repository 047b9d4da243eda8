using Supervision.Api.Security;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Tasks;

namespace Supervision.Api.Registers;

/// <summary>Tells the actors, as the gateway. All gateways give the same command for a mark, so that it is one command.</summary>
internal sealed class GrainProgressNotes(IGrainFactory grains, Callers callers) : IProgressNotes
{
    private const string Task = "task/";

    public Task<Receipt> NoteAsync(string stream, int percent)
    {
        var key = new CommandKey($"progress:{percent}");
        var id = stream[(stream.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return stream.StartsWith(Task, StringComparison.Ordinal)
            ? grains.GetGrain<ITaskGrain>(id).ExecuteAsync(callers.Gateway(), new NoteProgress(key, percent))
            : grains.GetGrain<IPlanGrain>(id).ExecuteAsync(callers.Gateway(), new NotePlanProgress(key, percent));
    }
}
