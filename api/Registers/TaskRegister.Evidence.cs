using Microsoft.Data.Sqlite;
using Supervision.Evidence;
using Supervision.Language;
using Supervision.Registers;
using Supervision.Tasks;

namespace Supervision.Api.Registers;

/// <remarks>佐证材料: where files are used, and what repeats itself.</remarks>
internal sealed partial class TaskRegister : IEvidenceRegister
{
    // A report is compared with as many before it: a year of months.
    private const int ComparedReportsMax = 12;

    private const string Uses = "evidence_uses u JOIN tasks t ON t.task = u.task";

    private const string UseColumns = "u.hash, u.task, t.title, u.place, u.number, u.name, u.used_on, u.seq";

    public Task<bool> IsInReachAsync(Caller caller, EvidenceHash hash, CancellationToken cancellation = default) =>
        AnswerAsync(null, (connection, text, _) => text.Rows(connection,
            $"SELECT 1 FROM {Uses} WHERE u.hash = {text.Value(hash.Value)} AND {text.Reaches(Visibility.Of(caller))} LIMIT 1",
            _ => true).Count > 0, cancellation);

    public Task<EvidenceUses> UsesAsync(
        Caller caller, EvidenceHash hash, FeedPosition? seen = null, CancellationToken cancellation = default) =>
        AnswerAsync(seen, (connection, text, stand) => new EvidenceUses(
            [.. text.Rows(connection,
                $"SELECT {UseColumns} FROM {Uses} WHERE u.hash = {text.Value(hash.Value)} AND {text.Reaches(Visibility.Of(caller))} "
                + $"ORDER BY u.used_on DESC, u.task, u.seq DESC LIMIT {EvidenceUses.Max}", UsedAt).Select(used => used.Use)], stand), cancellation);

    public Task<TaskEvidence?> OfTaskAsync(
        Caller caller, TaskId task, FeedPosition? seen = null, CancellationToken cancellation = default) =>
        AnswerAsync(seen, (connection, text, stand) =>
        {
            var reached = $"t.task = {text.Value(task.Value)} AND {text.Reaches(Visibility.Of(caller))}";
            if (text.Rows(connection, $"SELECT 1 FROM tasks t WHERE {reached}", _ => true).Count == 0) return null;

            // Every use, in reach, of the files that this task names: its own and those elsewhere.
            var all = text.Rows(connection,
                $"SELECT {UseColumns} FROM {Uses} WHERE u.hash IN (SELECT hash FROM evidence_uses WHERE task = {text.Value(task.Value)}) "
                + $"AND {text.Reaches(Visibility.Of(caller))} ORDER BY u.used_on DESC, u.task, u.seq DESC", UsedAt);
            var attached = all.Where(used => used.Use.Task == task).Select(used => new AttachedEvidence(
                used.Hash, used.Use,
                [.. all.Where(other => other.Hash == used.Hash && other != used).Select(other => other.Use).Take(EvidenceUses.Max)]));
            return new TaskEvidence([.. attached], [.. CopiedIn(connection, task)], stand);
        }, cancellation);

    private static IEnumerable<CopiedReport> CopiedIn(SqliteConnection connection, TaskId task)
    {
        var text = new QueryText(default);
        var reports = text.Rows(connection,
            $"SELECT number, text FROM report_texts WHERE task = {text.Value(task.Value)} ORDER BY number DESC LIMIT {ComparedReportsMax}",
            row => (Number: row.GetInt32(0), Text: row.GetString(1)));
        for (var i = 0; i < reports.Count; i++)
        {
            var report = reports[i];
            var likest = reports.Skip(i + 1)
                .Select(earlier => new CopiedReport(report.Number, earlier.Number, TextLikeness.Percent(report.Text, earlier.Text) ?? 0))
                .MaxBy(found => found.Percent);
            if (likest is { Percent: >= TextLikeness.CopiedFrom }) yield return likest;
        }
    }

    private static (EvidenceHash Hash, long Seq, EvidenceUse Use) UsedAt(SqliteDataReader row) => (
        new EvidenceHash(row.GetString(0)), row.GetInt64(7),
        new EvidenceUse(
            new TaskId(row.GetString(1)), row.GetString(2), row.GetString(3), row.GetInt32(4), row.GetString(5),
            DateOnly.FromDayNumber(row.GetInt32(6))));
}
