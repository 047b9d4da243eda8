using Supervision.Accounts;
using Supervision.Language;
using Supervision.Notices;
using Supervision.Tasks;
using Supervision.Tests.Registers;

namespace Supervision.Tests.Notices;

/// <summary>What stands in an inbox, as somebody would work it out with paper: every fact from the first to the last, nothing remembered but lists.</summary>
internal static class InboxOracle
{
    private static readonly TimeSpan OneDay = TimeSpan.FromDays(1);

    /// <summary>Id, weight and number of times of each notice.</summary>
    public static IReadOnlyList<(string Id, NoticeWeight Weight, int Times)> Of(string person, IReadOnlyList<Appended> history)
    {
        var posts = PostsOf(person, history);
        return [.. Alerts(history)
            .Where(alert => alert.Author != person)
            .Select(alert => (alert, Reaching: alert.To.Where(to => posts.Any(post => post.Address == to.Address && post.Since <= alert.At)).ToArray()))
            .Where(pair => pair.Reaching.Length > 0)
            .Select(pair => (pair.alert.Id, pair.Reaching.Max(to => to.Weight), pair.alert.Times))
            .OrderBy(row => row.Id, StringComparer.Ordinal)];
    }

    /// <summary>The present posts, written with everything that reaches them, and since when they were held without a break.</summary>
    public static IReadOnlyList<(string Address, DateTimeOffset Since)> PostsOf(string person, IReadOnlyList<Appended> history)
    {
        var held = new List<(string Address, DateTimeOffset Since)>();
        foreach (var entry in history.Where(entry => entry.Stream == $"account/{person}"))
        {
            var now = new List<string> { $"account:{person}" };
            if (entry.Facts[0] is RolesGranted granted)
            {
                foreach (var role in granted.Roles)
                {
                    now.Add($"{role}@*");
                    now.AddRange(role == "LeaderInCharge" ? granted.Portfolio.Select(led => $"{role}@{led}") : [$"{role}@{Sample.Education}"]);
                }
            }

            held = [.. now.Select(address => (address, held.Where(post => post.Address == address).Select(post => post.Since).Append(entry.At).First()))];
        }

        return held;
    }

    private static List<Alert> Alerts(IReadOnlyList<Appended> history)
    {
        var alerts = new List<Alert>();
        var (tasks, versions) = (new Dictionary<string, SupervisedTask>(), new Dictionary<string, int>());
        foreach (var entry in history)
        {
            foreach (var fact in entry.Facts)
            {
                var seq = versions[entry.Stream] = versions.GetValueOrDefault(entry.Stream) + 1;
                if (!entry.Stream.StartsWith("task/", StringComparison.Ordinal)) continue;

                var task = tasks[entry.Stream] = tasks.GetValueOrDefault(entry.Stream, SupervisedTask.Initial).Evolve(fact);
                if (TellsOf(fact, task) is not { } tells || tells.To.Length == 0) continue;

                var key = $"{entry.Stream} {tells.Matter}";
                if (tells.OnceADay && alerts.LastOrDefault(alert => alert.Key == key) is { } last && entry.At - last.At < OneDay)
                    last.Times++;
                else
                    alerts.Add(new Alert($"{entry.Stream}:{seq}:{tells.Kind}", key, entry.At, entry.Author.Value, tells.To));
            }
        }

        return alerts;
    }

    private static (string Kind, string Matter, bool OnceADay, (string Address, NoticeWeight Weight)[] To)? TellsOf(Fact fact, SupervisedTask task)
    {
        var lead = task.Assignment?.Lead.Value;
        (string, NoticeWeight)[] Lead(params (string Role, NoticeWeight Weight)[] roles) =>
            lead is null ? [] : [.. roles.Select(role => ($"{role.Role}@{lead}", role.Weight))];
        (string, NoticeWeight)[] Liaisons(NoticeWeight weight) =>
            [.. (task.Assignment?.Agencies ?? []).Select(agency => ($"Liaison@{agency}", weight))];
        const NoticeWeight Urgent = NoticeWeight.Urgent, Normal = NoticeWeight.Normal, Digest = NoticeWeight.Digest;
        return fact switch
        {
            TaskRegistered => ("registered", "registered", false, [("OfficeDirector@*", Digest)]),
            TaskAssigned => ("assigned", "assigned", false,
                [.. Lead(("Liaison", Urgent), ("AgencyHead", Normal), ("LeaderInCharge", Digest)), .. Liaisons(Normal)]),
            TaskAcknowledged => ("acknowledged", "acknowledged", false, [("OfficeClerk@*", Digest)]),
            TaskReturned => ("returned", "returned", false, Lead(("Liaison", Urgent), ("AgencyHead", Normal), ("Handler", Normal))),
            TaskExpedited { ByClock: false } => ("expedited", "by-hand", true, Lead(("Liaison", Urgent), ("AgencyHead", Normal))),
            TaskExpedited e => ("reminded", $"silence {e.About}", true, Lead(("Liaison", Urgent), ("Handler", Normal))),
            TaskEscalated { To: "liaison" } e => ("escalated-to-liaison", $"silence {e.About}", false, [.. Lead(("Liaison", Urgent)), ("OfficeClerk@*", Digest)]),
            TaskEscalated { To: "head" } e => ("escalated-to-head", $"silence {e.About}", false, [.. Lead(("AgencyHead", Urgent)), ("OfficeClerk@*", Digest)]),
            TaskEscalated { To: "leader-in-charge" } e =>
                ("escalated-to-leader", $"silence {e.About}", false, [.. Lead(("LeaderInCharge", Urgent)), ("OfficeClerk@*", Digest)]),
            TaskEscalated e => ("escalated-elsewhere", $"silence {e.About}", false, [("OfficeClerk@*", Urgent)]),
            MeasureProposed => ("measure-proposed", "measure", false, [("OfficeDirector@*", Urgent)]),
            ReportMissed => ("report-missed", "missed", false, [.. Lead(("Liaison", Normal), ("Handler", Normal)), ("OfficeClerk@*", Digest)]),
            TaskWithdrawn => ("withdrawn", "withdrawn", false, [.. Liaisons(Normal), .. Lead(("AgencyHead", Digest))]),
            ProgressReported => ("reported", "reported", false, [("OfficeClerk@*", Digest)]),
            _ => null,
        };
    }

    private sealed record Alert(string Id, string Key, DateTimeOffset At, string Author, (string Address, NoticeWeight Weight)[] To)
    {
        public int Times { get; set; } = 1;
    }
}
