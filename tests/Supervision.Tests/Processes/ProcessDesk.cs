using System.Text.Json.Nodes;
using Supervision.Definitions;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Subscriptions;
using Supervision.Tests.Actors;
using Supervision.Tests.Tasks;
using Supervision.Tests.Workflows;
using Supervision.Triggers;

namespace Supervision.Tests.Processes;

/// <summary>A workflow designer at work in a city: publishes definitions, starts processes, tells of events.</summary>
internal sealed class ProcessDesk(City city)
{
    public static readonly Caller Designer = People.Of("designer", People.Office, Role.Designer);

    private int _keys;

    private CommandKey NextKey => new($"desk-{Interlocked.Increment(ref _keys)}");

    public IProcessGrain Process(string id) => city.Grains.GetGrain<IProcessGrain>(id);

    public ITriggerGrain Triggers(string definition) => city.Grains.GetGrain<ITriggerGrain>(definition);

    /// <summary>Publishes a flowchart; without arrows the activities follow one another.</summary>
    public async Task PublishAsync(string id, JsonObject[] activities, params string[] arrows)
    {
        var definition = new JsonObject
        {
            ["definitionId"] = id,
            ["root"] = new JsonObject
            {
                ["id"] = "main",
                ["type"] = "Elsa.Flowchart",
                ["activities"] = new JsonArray([.. activities.Select(activity => activity.DeepClone())]),
                ["connections"] = new JsonArray([.. (arrows.Length > 0 ? arrows : InOrder(activities)).Select(Arrow)]),
            },
        };
        (await city.Grains.GetGrain<IDefinitionGrain>(id).PublishAsync(
            city.As(Designer), new PublishDefinition(NextKey, definition.ToJsonString()))).ShouldBeDone();
    }

    public Task<Receipt> StartAsync(string id, string definition, string? correlation = null, JsonObject? input = null) =>
        SendAsync(id, new StartProcess(NextKey, definition, JsonText.Of(input), correlation));

    public Task<Receipt> TellAsync(string id, string name, JsonNode? payload = null) =>
        SendAsync(id, new TellEvent(NextKey, name, JsonText.Of(payload)));

    public Task<Receipt> SendAsync(string id, FreeProcessCommand command) => Process(id).ExecuteAsync(city.As(Designer), command);

    public Task<Receipt> PublishEventAsync(string name, string? correlation = null, JsonNode? payload = null) =>
        city.Grains.GetGrain<ISubscriptionGrain>(EventAddress.Of(name, correlation).Key).ExecuteAsync(
            city.As(Designer), new PublishEvent(NextKey, name, correlation, JsonText.Of(payload)));

    public async Task<FreeProcessView> ViewAsync(string id) => (await Process(id).ViewAsync(city.As(Designer)))!;

    public async Task<string> StatusAsync(string id) => (await ViewAsync(id)).Status;

    /// <summary>Every process that a trigger or a parent started, by its facts.</summary>
    public async Task<IReadOnlyList<FreeProcessBegun>> BegunAsync()
    {
        var begun = new List<FreeProcessBegun>();
        for (var shard = 0; shard < city.Ledger.Store.Shards; shard++)
        {
            await foreach (var stream in city.Ledger.ListStreamsAsync(shard, CancellationToken.None))
            {
                if (stream.StartsWith("process/", StringComparison.Ordinal))
                    begun.AddRange((await city.FactsAsync(stream)).OfType<FreeProcessBegun>());
            }
        }

        return begun;
    }

    public static JsonObject Event(string id, string name, bool starts = false) =>
        Starting(Build.Activity(id, "Elsa.Event", ("eventName", name)), starts);

    public static JsonObject Starting(JsonObject activity, bool starts = true)
    {
        if (starts) activity["customProperties"] = new JsonObject { ["canStartWorkflow"] = true };
        return activity;
    }

    private static IEnumerable<string> InOrder(JsonObject[] activities) =>
        activities.Zip(activities.Skip(1), (from, to) => $"{from["id"]}>{to["id"]}");

    private static JsonObject Arrow(string arrow)
    {
        var (source, target) = (arrow[..arrow.IndexOf('>')], arrow[(arrow.IndexOf('>') + 1)..]);
        var port = source.Contains(':') ? source[(source.IndexOf(':') + 1)..] : "Done";
        return Build.Arrow(source.Split(':')[0], port, target);
    }
}
