using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Supervision.Api.Problems;
using Supervision.Api.Requests;
using Supervision.Definitions;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Registers;

namespace Supervision.Api.Endpoints;

/// <summary>迁移: takes running processes over to the content that is published now, or says what would become of each.</summary>
/// <remarks>
/// The register says where to ask; each actor decides for itself, in one append, by a key of its own. So a run that was cut off is
/// begun again and goes on where it was.
/// </remarks>
internal static class MigrationEndpoints
{
    private const int AtOnceMax = 16;

    public static void MapMigrations(this IEndpointRouteBuilder routes) => routes.MapPost("/definitions/{id}/migrations", MigrateAsync)
        .WithTags("Definitions 流程定义").WithName("MigrateInstances").WithSummary("迁移运行中的流程 · Move running processes, or try it");

    private static async Task<Results<Ok<MigrationBody>, Refusing>> MigrateAsync(
        string id, Keyed keyed, MigrationOrder order, PageCursor? cursor, int? limit, FeedPosition? seen, SignedIn user,
        IGrainFactory grains, ITaskRegister register, CancellationToken cancellation)
    {
        var page = new PageQuery(InstancePage.Order, cursor, limit ?? TaskQuery.LimitDefault);
        if (page.Flaw() is { } flaw)
            return new Refusing(flaw.Refusal, flaw.Values);
        if (!ProcessRecovery.MayRecover(user.Caller))
            return new Refusing(ProcessRefusals.NotAllowed, RoleLabels.Of(user.Caller));
        var definition = grains.GetGrain<IDefinitionGrain>(DefinitionEndpoints.Named(id));
        if (await definition.ViewAsync(user.Caller) is not { } published)
            return new Refusing(DefinitionRefusals.NotFound, id);

        var running = await register.ListInstancesAsync(
            user.Caller, new InstanceFilter(id, published.Hash, order.From), cursor, page.Limit, seen, cancellation);
        var changes = new List<DefinitionChanges>();
        foreach (var from in running.Items.Select(row => row.Hash).Concat(order.From is { } named ? [named] : []).Distinct())
        {
            if (await definition.CompareAsync(user.Caller, from) is not { } change)
                return new Refusing(ProcessRefusals.VersionUnknown, id, from);
            changes.Add(change);
        }

        var outcomes = new List<InstanceOutcome>();
        foreach (var some in running.Items.Chunk(AtOnceMax))
            outcomes.AddRange(await Task.WhenAll(some.Select(row => MoveAsync(row))));
        return TypedResults.Ok(new MigrationBody(
            id, published.Hash, order.DryRun, changes, outcomes, running.Total, running.Next, running.Stand));

        async Task<InstanceOutcome> MoveAsync(InstanceRow row)
        {
            var actor = grains.GetStream(row.Stream);
            var command = new MigrateProcess(KeyOf(keyed.Key, row), row.Instance, published.Hash, order.From);
            var receipt = order.DryRun ? await actor.TryAsync(user.Caller, command) : await actor.ExecuteAsync(user.Caller, command);
            return InstanceOutcome.Of(row, receipt);
        }
    }

    // One order is many commands, each to be sent again with its own key.
    private static CommandKey KeyOf(CommandKey order, InstanceRow row) => new("migrate-" + Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{order}\n{row.Stream}\n{row.Instance}")).AsSpan(0, 20)));

    /// <param name="DryRun">True: nothing is recorded, and the answer says what would be.</param>
    /// <param name="From">Only processes that run this content; null for all that do not run the published one.</param>
    internal sealed record MigrationOrder(bool DryRun, string? From = null);

    /// <param name="Changes">What the published content has that each of the others on this page has not.</param>
    /// <param name="Total">Processes that are not moved yet, over all pages, before this one.</param>
    internal sealed record MigrationBody(
        string Definition, string To, bool DryRun, IReadOnlyList<DefinitionChanges> Changes, IReadOnlyList<InstanceOutcome> Instances,
        long Total, string? Next, RegisterStand Stand);

    /// <param name="Moves">Whether it has moved, or would.</param>
    internal sealed record InstanceOutcome(string Stream, string Instance, string From, bool Moves, string? Code, Term? Why)
    {
        public static InstanceOutcome Of(InstanceRow row, Receipt receipt) => receipt is Receipt.Refused no
            ? new(row.Stream, row.Instance, row.Hash, Moves: false, no.Code, new Term(no.Chinese, no.English))
            : new(row.Stream, row.Instance, row.Hash, Moves: true, null, null);
    }
}
