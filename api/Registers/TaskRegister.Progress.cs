using Supervision.Calendars;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Registers;
using Supervision.RollUps;
using Supervision.Tasks;

namespace Supervision.Api.Registers;

/// <remarks>Progress and lights of plans and tasks, as the batches have rolled them up.</remarks>
internal sealed partial class TaskRegister
{
    public Task<ProgressTree?> ProgressAsync(
        Caller caller, PlanId plan, ProgressQuery query, FeedPosition? seen = null, CancellationToken cancellation = default) =>
        ProgressAsync(caller, RollUpKey.Of(plan), query, seen, cancellation);

    public Task<ProgressTree?> ProgressAsync(
        Caller caller, TaskId task, ProgressQuery query, FeedPosition? seen = null, CancellationToken cancellation = default) =>
        ProgressAsync(caller, RollUpKey.Of(task), query, seen, cancellation);

    private Task<ProgressTree?> ProgressAsync(
        Caller caller, string key, ProgressQuery query, FeedPosition? seen, CancellationToken cancellation)
    {
        if (query.Flaw() is { } flaw)
            throw new ArgumentException(flaw.Refusal.With(flaw.Values).English, nameof(query));

        return AnswerAsync(seen, (connection, _, stand) =>
        {
            var day = query.On ?? WorkingCalendar.DayOf(stand.AsOf);
            var reader = new ProgressReader(connection, caller, day);
            return reader.Root(key) is { } root
                ? new ProgressTree(reader.WithBelow(root, query.Depth), day, RollUpRules.Version, stand)
                : null;
        }, cancellation);
    }
}
