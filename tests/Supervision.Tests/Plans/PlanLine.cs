using Microsoft.Extensions.DependencyInjection;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Silo.Callers;
using Supervision.Tests.Actors;
using Supervision.Tests.Tasks;

namespace Supervision.Tests.Plans;

/// <summary>One plan in a city, and the steps of its way, each with a key of its own.</summary>
internal sealed class PlanLine(City city, string id)
{
    private int _keys;

    public IPlanGrain Grain => city.Grains.GetGrain<IPlanGrain>(id);

    public string Stream => $"plan/{id}";

    public Task<Receipt> SendAsync(Caller person, Func<CommandKey, PlanCommand> command) =>
        Grain.ExecuteAsync(city.As(person), command(new($"key-{++_keys}")));

    public async Task<PlanView> ViewAsync() => (await Grain.ViewAsync(city.As(People.Clerk)))!;

    /// <summary>Every item gets the owners of the scenario.</summary>
    public async Task DecideAllAsync() => (await SendAsync(People.Clerk, key => new ReviewItems(
        key, [.. PlanScenario.Paths.Select(path => new ItemChange.Settle(path, PlanScenario.On))]))).ShouldBeDone();

    /// <summary>As a follower does, after a task was broken down.</summary>
    public Task<Receipt> OrderAsync(CommandKey key, PlanParent? parent = null) => Grain.ExecuteAsync(
        city.Silo.GetRequiredService<SystemCallers>().Follower(People.Clerk.Account),
        new OpenSubPlan(key, "建设城市书房", "年内建成三座", TaskScenario.Authority, parent ?? PlanScenario.Above(People.Lead)));
}
