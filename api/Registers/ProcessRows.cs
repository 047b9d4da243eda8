using Supervision.Processes;

namespace Supervision.Api.Registers;

/// <summary>The running processes of all streams by definition and content, and where they stand with an incident.</summary>
internal static class ProcessRows
{
    public static void Apply(Statements sql, DecodedFact decoded, ProcessFact fact)
    {
        switch (fact)
        {
            case ProcessStarted e:
                sql.Execute(
                    "INSERT OR REPLACE INTO processes (key, stream, actor, id, instance, definition, hash) "
                    + "VALUES ($key, $stream, $actor, $id, $instance, $definition, $hash)",
                    ("$key", KeyOf(decoded, e.Instance)), ("$stream", decoded.Stream), ("$actor", decoded.Actor), ("$id", decoded.Id),
                    ("$instance", e.Instance), ("$definition", e.Definition), ("$hash", e.Hash));
                break;
            case ProcessMigrated e:
                sql.Execute("UPDATE processes SET hash = $hash WHERE key = $key",
                    ("$hash", e.ToHash), ("$key", KeyOf(decoded, e.Instance)));
                break;
            case ProcessEnded e:
                sql.Execute("DELETE FROM incidents WHERE process = $key", ("$key", KeyOf(decoded, e.Instance)));
                sql.Execute("DELETE FROM processes WHERE key = $key", ("$key", KeyOf(decoded, e.Instance)));
                break;
            case ProcessIncidentRecorded { Incident: var incident }:
                Add(sql, KeyOf(decoded, incident.Instance), incident);
                break;
            case ProcessIncidentResolved e:
                sql.Execute("DELETE FROM incidents WHERE process = $key AND run = $run",
                    ("$key", KeyOf(decoded, e.Instance)), ("$run", e.Run));
                break;
        }
    }

    // A run stands once, however often it failed: the last message is the one to read.
    private static void Add(Statements sql, string process, ProcessIncident incident) => sql.Execute(
        "INSERT OR REPLACE INTO incidents (process, run, key, activity, node, name, message, at) "
        + "VALUES ($process, $run, $key, $activity, $node, $name, $message, $at)",
        ("$process", process), ("$run", incident.Run), ("$key", $"{process} {incident.Run}"), ("$activity", incident.Activity),
        ("$node", incident.Node), ("$name", incident.Name), ("$message", incident.Message),
        ("$at", incident.At.ToUnixTimeMilliseconds()));

    // Ids hold no blanks.
    private static string KeyOf(DecodedFact decoded, string instance) => $"{decoded.Stream} {instance}";
}
