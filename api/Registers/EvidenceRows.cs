using Supervision.Calendars;
using Supervision.Evidence;
using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Api.Registers;

/// <summary>Where stored files are named, and the texts that reports came with.</summary>
internal static class EvidenceRows
{
    public const string Tables = """
        CREATE TABLE evidence_uses (
            hash TEXT NOT NULL, task TEXT NOT NULL, seq INTEGER NOT NULL, place TEXT NOT NULL, number INTEGER NOT NULL,
            name TEXT NOT NULL, used_on INTEGER NOT NULL, PRIMARY KEY (hash, task, seq)) WITHOUT ROWID;
        CREATE INDEX evidence_uses_by_task ON evidence_uses (task, seq);
        CREATE TABLE report_texts (
            task TEXT NOT NULL, number INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (task, number)) WITHOUT ROWID;
        """;

    public static void Apply(Statements sql, DecodedFact decoded, Fact fact)
    {
        switch (fact)
        {
            case ProgressReported e:
                Add(sql, decoded, "report", e.Number, e.Evidence);
                sql.Execute("INSERT OR REPLACE INTO report_texts (task, number, text) VALUES ($task, $number, $text)",
                    ("$task", decoded.Id), ("$number", e.Number), ("$text", e.Text));
                break;
            case CompletionSubmitted e:
                Add(sql, decoded, "completion", 0, e.Evidence);
                break;
            case ProblemRectified e:
                Add(sql, decoded, "rectification", e.Number, e.Evidence);
                break;
            case ValueRecorded e:
                Add(sql, decoded, "value", 0, e.Value.Evidence);
                break;
        }
    }

    private static void Add(Statements sql, DecodedFact decoded, string place, int number, IReadOnlyList<EvidenceReference> evidence)
    {
        foreach (var piece in evidence.Where(piece => EvidenceHash.IsNamedIn(piece.Reference)))
        {
            if (!EvidenceHash.TryParse(piece.Reference, null, out var hash)) continue;

            sql.Execute(
                "INSERT OR REPLACE INTO evidence_uses (hash, task, seq, place, number, name, used_on) "
                + "VALUES ($hash, $task, $seq, $place, $number, $name, $used_on)",
                ("$hash", hash.Value), ("$task", decoded.Id), ("$seq", decoded.Envelope.Seq), ("$place", place), ("$number", number),
                ("$name", piece.Name), ("$used_on", WorkingCalendar.DayOf(decoded.Envelope.RecordedAt).DayNumber));
        }
    }
}
