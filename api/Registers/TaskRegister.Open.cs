using Supervision.Language;
using Supervision.Registers;
using Supervision.Tasks;

namespace Supervision.Api.Registers;

/// <remarks>What is open on some agencies: a new task is compared with it.</remarks>
internal sealed partial class TaskRegister
{
    /// <summary>An agency with more open tasks has other worries than one that resembles another.</summary>
    private const int OpenMax = 5000;

    public Task<IReadOnlyList<OpenTask>> ListOpenAsync(
        Caller caller, IReadOnlyList<AgencyCode> agencies, CancellationToken cancellation = default) =>
        AnswerAsync<IReadOnlyList<OpenTask>>(seen: null, (connection, text, _) => text.Rows(connection,
            $"SELECT t.task, t.title, t.number FROM tasks t WHERE {text.Reaches(Visibility.Of(caller))} AND {text.On(agencies)} "
            + $"AND t.urgency < {RegisterSchema.UrgencyClosed} ORDER BY t.urgency, t.task LIMIT {OpenMax}",
            row => new OpenTask(new TaskId(row.GetString(0)), row.GetString(1), TaskRowReader.TextAt(row, 2))), cancellation);
}
