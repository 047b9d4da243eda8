namespace Supervision.Tests.Notices;

/// <summary>What reached somebody outside, held against the ledger alone: nothing silent, nothing doubled, nothing lost, nothing invented.</summary>
internal static class DeliveryAudit
{
    /// <param name="news">Which facts of a stream somebody has to hear of, and as what kind; written by hand for each test.</param>
    public static async Task<IReadOnlyList<string>> DueAsync(
        Actors.City city, IEnumerable<string> streams, IReadOnlyDictionary<Type, string> news)
    {
        var due = new List<string>();
        foreach (var stream in streams)
        {
            due.AddRange((await city.FactsAsync(stream))
                .Select((fact, n) => news.TryGetValue(fact.GetType(), out var kind) ? $"{stream}:{n + 1}:{kind}" : null).OfType<string>());
        }

        return due;
    }

    /// <param name="told">The ids in each delivery, by the name of the delivery: whoever receives one name twice drops the second.</param>
    public static IReadOnlyList<string> Differences(IReadOnlyList<string> due, IEnumerable<(string Delivery, IReadOnlyList<string> Ids)> told)
    {
        var heard = told.DistinctBy(delivery => delivery.Delivery).SelectMany(delivery => delivery.Ids).ToArray();
        return
        [
            .. due.Except(heard).Select(id => $"{id} never came"),
            .. heard.Except(due).Select(id => $"{id} is not in the ledger"),
            .. heard.CountBy(id => id).Where(pair => pair.Value > 1).Select(pair => $"{pair.Key} came {pair.Value} times"),
        ];
    }
}
