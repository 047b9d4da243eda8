using System.Net;

namespace Supervision.SystemTests.Rest;

/// <summary>A plan from its file to its tasks, as a clerk does it.</summary>
internal sealed record PlanOverRest(string Plan, IReadOnlyList<string> Tasks)
{
    public static async Task<PlanOverRest> AcceptAsync(Person clerk, Person director, byte[] file, string name)
    {
        var (plan, items) = await SubmitAsync(clerk, file, name);
        (await director.PostAsync($"plans/{plan}/decisions", new { verdict = "Approved" })).ShouldBeDone();
        // The plan is accepted; its tasks follow one by one.
        await Server.UntilAsync(async () => (await clerk.GetAsync($"tasks?plan={plan}"))["total"].GetInt64() >= items);
        return new PlanOverRest(plan, [.. (await ItemsAsync(clerk, plan)).Select(item => item.GetProperty("task").GetString()!)]);
    }

    /// <summary>Every item settled, and the plan with those who approve it.</summary>
    public static async Task<(string Plan, int Items)> SubmitAsync(Person clerk, byte[] file, string name)
    {
        var made = (await clerk.PostAsync($"plans?name={name}", file)).ShouldBe(HttpStatusCode.Created);
        var plan = made["id"].GetString()!;
        var paths = (await ItemsAsync(clerk, plan)).Select(item => item.GetProperty("path").GetString()!).ToArray();
        foreach (var path in paths)
        {
            (await clerk.PutAsync(
                $"plans/{plan}/items/{Uri.EscapeDataString(path)}",
                new { assignment = TaskOverRest.AssignmentTo(TaskOverRest.Lead) })).ShouldBeDone();
        }

        (await clerk.PostAsync($"plans/{plan}/submission")).ShouldBeDone();
        return (plan, paths.Length);
    }

    private static async Task<IEnumerable<System.Text.Json.JsonElement>> ItemsAsync(Person clerk, string plan) =>
        (await clerk.GetAsync($"plans/{plan}")).ShouldBeDone()["items"].EnumerateArray();
}
