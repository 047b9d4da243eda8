using Supervision.Processes;

namespace Supervision.Api.Registers;

/// <summary>Waiting points as rows. Those of tasks stand beside the tasks; those of plans, schemes and free-standing processes in a table of their own.</summary>
internal static class WaitRows
{
    /// <summary>The columns that all waiting points have; urgency is the limit, else <paramref name="dueAt"/>, else after everything.</summary>
    public static (string Name, object? Value)[] ParametersOf(Wait wait, string owner, long? dueAt = null)
    {
        long? limitAt = wait.Dues.TryGetValue("limit", out var limit) ? limit.ToUnixTimeMilliseconds() : null;
        return
        [
            ("$wait", wait.Id), ("$kind", wait.Kind), ("$role", wait.Term(WaitRules.Role)), ("$name", wait.Name),
            ("$barred", Fenced(WaitRules.BarredAccounts(wait.Terms))), ("$barred_agencies", Fenced(WaitRules.BarredAgencies(wait.Terms))),
            ("$limit_at", limitAt), ("$urgency", limitAt ?? dueAt ?? long.MaxValue), ("$key", $"{owner} {wait.Id}"),
        ];
    }

    /// <summary>A step tells all waiting points of its process.</summary>
    public static void Apply(Statements sql, DecodedFact decoded, ProcessFact fact)
    {
        if (decoded.Actor is not ("plan" or "scheme" or "process"))
            return;

        switch (fact)
        {
            case ProcessStepped e:
                Replace(sql, decoded, e.Instance, e.Waits);
                break;
            case ProcessMigrated e:
                Replace(sql, decoded, e.Instance, e.Waits);
                break;
            case ProcessEnded e:
                Replace(sql, decoded, e.Instance, []);
                break;
        }
    }

    private static void Replace(Statements sql, DecodedFact decoded, string instance, IEnumerable<Wait> waits)
    {
        sql.Execute("DELETE FROM other_waits WHERE stream = $stream AND instance = $instance",
            ("$stream", decoded.Stream), ("$instance", instance));
        foreach (var wait in waits)
        {
            sql.Execute(
                "INSERT OR REPLACE INTO other_waits (stream, instance, actor, id, outcomes, wait, kind, role, name, barred, barred_agencies, limit_at, urgency, key) "
                + "VALUES ($stream, $instance, $actor, $id, $outcomes, $wait, $kind, $role, $name, $barred, $barred_agencies, $limit_at, $urgency, $key)",
                [
                    ("$stream", decoded.Stream), ("$instance", instance), ("$actor", decoded.Actor), ("$id", decoded.Id),
                    ("$outcomes", wait.Term(WaitRules.Outcomes)), .. ParametersOf(wait, decoded.Stream),
                ]);
        }
    }

    // With a comma on either side of each, so that no name is found inside another.
    private static string Fenced(IEnumerable<string> words) => string.Concat(words.Select(word => $",{word},"));
}
