using Supervision.Evaluations;
using Supervision.Language;
using Supervision.Registers;
using Supervision.Schemes;

namespace Supervision.Api.Registers;

/// <remarks>考核办法.</remarks>
internal sealed partial class TaskRegister
{
    public Task<SchemePage> ListSchemesAsync(Caller caller, FeedPosition? seen = null, CancellationToken cancellation = default)
    {
        var (name, changing, where) = SchemeRights.MayViewDraft(caller) ? ("name", "reopened", "1")
            : SchemeRights.MayViewFrozen(caller) ? ("in_force_name", "0", "in_force IS NOT NULL")
            : ("''", "0", "0");
        return AnswerAsync(seen, (connection, text, stand) => new SchemePage(
            text.Rows(
                connection, $"SELECT code, {name}, in_force, hash, {changing}, changed_at FROM schemes WHERE {where} ORDER BY code",
                row => new SchemeRow(
                    new ItemCode(row.GetString(0)), row.GetString(1), row.IsDBNull(2) ? null : row.GetInt32(2), TaskRowReader.TextAt(row, 3),
                    row.GetBoolean(4), TaskRowReader.InstantAt(row, 5))),
            stand), cancellation);
    }
}
