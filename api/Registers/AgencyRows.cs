using Supervision.Agencies;
using Supervision.Language;

namespace Supervision.Api.Registers;

/// <summary>What counties and departments record about their own silence, and what is proposed about it.</summary>
internal static class AgencyRows
{
    public static void Apply(Statements sql, DecodedFact decoded, Fact fact)
    {
        switch (fact)
        {
            case AgencyReportMissed e:
                sql.Execute(
                    "INSERT INTO silent (agency, task, period, since) VALUES ($agency, $task, $period, $since) "
                    + "ON CONFLICT DO UPDATE SET period = excluded.period",
                    ("$agency", decoded.Id), ("$task", e.Task.Value), ("$period", e.Period),
                    ("$since", decoded.Envelope.RecordedAt.ToUnixTimeMilliseconds()));
                break;
            case AgencyReportCaughtUp e:
                sql.Execute("DELETE FROM silent WHERE agency = $agency AND task = $task",
                    ("$agency", decoded.Id), ("$task", e.Task.Value));
                break;
            case AgencyEscalated e:
                sql.Execute(
                    "INSERT INTO agencies (agency, escalations, proposals, escalated_to) VALUES ($agency, 1, 0, $to) "
                    + "ON CONFLICT DO UPDATE SET escalations = escalations + 1, escalated_to = excluded.escalated_to",
                    ("$agency", decoded.Id), ("$to", e.To));
                break;
            case AgencyMeasureProposed e:
                sql.Execute(
                    "INSERT INTO agencies (agency, escalations, proposals) VALUES ($agency, 0, 1) "
                    + "ON CONFLICT DO UPDATE SET proposals = proposals + 1",
                    ("$agency", decoded.Id));
                AddMeasure(sql, decoded, task: null, decoded.Id, [.. e.Tasks.Select(task => task.Value)], e.About, e.What);
                break;
        }
    }

    public static void AddMeasure(
        Statements sql, DecodedFact decoded, string? task, string? agency, IReadOnlyList<string> tasks, string about, string what) =>
        sql.Execute(
            "INSERT INTO measures (key, stream, seq, task, agency, tasks, about, what, proposed_at) "
            + "VALUES ($key, $stream, $seq, $task, $agency, $tasks, $about, $what, $proposed_at)",
            ("$key", $"{decoded.Stream}:{decoded.Envelope.Seq}"), ("$stream", decoded.Stream), ("$seq", decoded.Envelope.Seq),
            ("$task", task), ("$agency", agency), ("$tasks", string.Join(' ', tasks)), ("$about", about), ("$what", what),
            ("$proposed_at", decoded.Envelope.RecordedAt.ToUnixTimeMilliseconds()));
}
