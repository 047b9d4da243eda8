using Supervision.Tests.Plans;

namespace Supervision.SystemTests.Rest;

/// <summary>The city's own plan through the same door; it is not part of the repository.</summary>
[Collection(DemoServer.Name)]
public sealed class RealPlanTests(DemoServer server)
{
    [Fact]
    public async Task The_citys_plan_becomes_27_tasks_over_REST()
    {
        var content = RealPlan.Content();

        (await PlanOverRest.AcceptAsync(server.Clerk, server.Director, content, RealPlan.FileName)).Tasks.Should().HaveCount(27).And.OnlyHaveUniqueItems();
    }
}
