using CsCheck;
using Supervision.Tasks;

namespace Supervision.Tests.Registers;

/// <summary>Many generated tasks in a feed, and what the domain makes of them.</summary>
internal static class Corpus
{
    public static Dictionary<string, SupervisedTask> Fill(MemoryFeeds feeds, int tasks)
    {
        var states = new Dictionary<string, SupervisedTask>();
        foreach (var (history, number) in Generated.History.Array[tasks].Single().Select((history, number) => (history, number)))
        {
            var facts = history($"t-{number}");
            feeds.Append($"task/t-{number}", facts[0]);
            feeds.Append($"task/t-{number}", facts[1..]);
            states.Add($"t-{number}", Generated.Evolved(facts));
        }

        return states;
    }
}
