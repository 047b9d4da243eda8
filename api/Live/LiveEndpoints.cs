using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Supervision.Api.Live;

/// <summary>Live updates as server-sent events: that something changed, so that a page asks again. Never the content.</summary>
internal static class LiveEndpoints
{
    /// <summary>The event that tells a page to load anew: it was too slow, or away for too long.</summary>
    public const string Reload = "reload";

    public static readonly TimeSpan HeartbeatInterval = TimeSpan.FromSeconds(15);

    /// <summary>Then the page connects again, and is asked again who it is and what it may see.</summary>
    public static readonly TimeSpan ConnectionMax = TimeSpan.FromMinutes(10);

    public static void MapLive(this IEndpointRouteBuilder routes) => routes
        .MapGet("/live", Follow).WithTags("Live 实时").WithName("FollowLive").WithSummary("实时变更 · Live updates")
        .WithDescription("Server-sent events; resume with Last-Event-ID. The event \"reload\" says that updates were missed.");

    private static Results<ServerSentEventsResult<LiveBody>, StatusCodeHttpResult> Follow(
        HttpContext http, SignedIn user, LiveBoard board, TimeProvider time,
        [FromHeader(Name = "Last-Event-ID")] string? lastSeen) =>
        board.Open(user.Caller, lastSeen) is { } reader
            ? TypedResults.ServerSentEvents(StreamAsync(reader, http.Response, time, Ending(http)))
            : TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);

    // A live page ends with the reader or with the server, whichever goes first.
    private static CancellationToken Ending(HttpContext http)
    {
        var ending = CancellationTokenSource.CreateLinkedTokenSource(
            http.RequestAborted, http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        http.Response.RegisterForDispose(ending);
        return ending.Token;
    }

    /// <summary>The events of one connection, with a comment whenever there was nothing to say for a while.</summary>
    internal static async IAsyncEnumerable<SseItem<LiveBody>> StreamAsync(
        LiveReader reader, HttpResponse response, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var _ = reader;
        using var end = new CancellationTokenSource(ConnectionMax, time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(end.Token, cancellation);

        // The first comment sends the headers: the page knows that it is connected. The writer of the events has
        // written and flushed each before it asks for the next, so a comment never falls into one.
        await CommentAsync(response, "connected", cancellation);
        var more = reader.Updates.WaitToReadAsync(ended.Token).AsTask();
        while (await IsMoreAsync(more, response, time, ended.Token))
        {
            while (reader.Updates.TryRead(out var update))
                yield return EventOf(reader, update);
            more = reader.Updates.WaitToReadAsync(ended.Token).AsTask();
        }

        if (reader.MustReload)
            yield return new SseItem<LiveBody>(new LiveBody("", Reload, 0, ""), Reload);
    }

    private static SseItem<LiveBody> EventOf(LiveReader reader, LiveUpdate update) => new(
        new LiveBody(update.Stream, update.Kind, update.Seq, update.Position.ToString()), update.Kind)
    {
        EventId = reader.IdOf(update),
    };

    private static async Task<bool> IsMoreAsync(
        Task<bool> more, HttpResponse response, TimeProvider time, CancellationToken ended)
    {
        while (true)
        {
            try
            {
                return await more.WaitAsync(HeartbeatInterval, time, ended);
            }
            catch (TimeoutException)
            {
                await CommentAsync(response, "still here", ended);
            }
            catch (OperationCanceledException)
            {
                return false;
            }
        }
    }

    private static async Task CommentAsync(HttpResponse response, string text, CancellationToken cancellation)
    {
        await response.WriteAsync($": {text}\n\n", cancellation);
        await response.Body.FlushAsync(cancellation);
    }
}

/// <param name="Position">For a query that has to wait until the register has seen it; it has, on this gateway.</param>
internal sealed record LiveBody(string Stream, string Kind, long Seq, string Position);
