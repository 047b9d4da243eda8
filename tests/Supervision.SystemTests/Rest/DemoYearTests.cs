using System.Text.Json;
using Supervision.Tests.Ledger;

namespace Supervision.SystemTests.Rest;

/// <summary>The first start as somebody new makes it, with two months behind it instead of a year.</summary>
public sealed class DemoYearTests : IDisposable
{
    private static readonly int Items = 27;

    private readonly TemporaryFolder _folder = new();

    private Dictionary<string, string> Environment => new() { ["SUPERVISION_SEALS"] = _folder.At("seals") };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_serves_at_once_says_what_it_is_and_has_its_year_also_after_being_killed()
    {
        using var http = new HttpClient();
        var killed = await StartAsync();
        (await MarkAsync(http, killed.Url)).Should().StartWith("simulated");
        // Killed where it stands, most likely while it is still loading; what there is may not pretend to be whole.
        await killed.DisposeAsync();

        await using var server = await StartAsync();
        await Server.UntilAsync(async () => await MarkAsync(http, server.Url) == "simulated");

        var clerk = await server.SignInAsync("clerk", (await File.ReadAllTextAsync(_folder.At("store/demo-password.txt"))).Trim());
        await Server.UntilAsync(async () => (await clerk.GetAsync("tasks?plan=demo")).ShouldBeDone()["total"].GetInt64() == Items);
        (await clerk.GetAsync("tasks/counts?plan=demo"))["byStage"].EnumerateObject().Count().Should().BeGreaterThan(1, "the city lives");
        JsonDocument.Parse(await File.ReadAllTextAsync(_folder.At("store/simulated-year.json"))).RootElement.GetProperty("isDone").GetBoolean().Should().BeTrue();
        var shell = new CommandLine(_folder.Path, Environment);
        (await shell.RunAsync("verify", "--data", "store")).ShouldBeDone().Said.Should().Contain("The ledger is whole");
    }

    [Fact]
    public async Task A_simulated_store_is_served_on_this_machine_alone()
    {
        File.Copy(SamplePlan.PathOf(), _folder.At(SamplePlan.Name));
        var shell = new CommandLine(_folder.Path, Environment);
        (await shell.RunAsync("simulate", SamplePlan.Name, "--months", "1", "--data", "played")).ShouldBeDone().Said.Should().Contain("root");

        (await shell.RunAsync("verify", "--data", "played")).ShouldBeDone();
        (await shell.RunAsync("--data", "played", "--urls", "http://0.0.0.0:0")).ShouldEndWith(2).Said.Should().Contain("loopback");
    }

    private Task<Server> StartAsync() => Server.StartAsync(_folder.Path, Environment, null, "--data", "store", "--months", "2");

    private static async Task<string> MarkAsync(HttpClient http, Uri url)
    {
        using var answer = await http.GetAsync(new Uri(url, "/health/live"));
        return answer.Headers.GetValues("Supervision-Store").Single();
    }
}
