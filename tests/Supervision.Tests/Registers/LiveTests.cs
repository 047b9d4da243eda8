using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Supervision.Api.Live;
using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Tests.Registers;

public sealed class LiveTests
{
    [Fact]
    public async Task A_page_hears_of_what_its_caller_may_see_and_of_nothing_else()
    {
        var feeds = new MemoryFeeds();
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);
        using var gushi = registers.Board.Open(Sample.Caller(Sample.Gushi, Role.Liaison), null)!;
        feeds.Append("account/li", new Supervision.Accounts.SignedIn());
        feeds.Append("task/t-1", Sample.Registered("t-1", proposed: Sample.To(Sample.Education)));
        await registers.CatchUpAsync();
        feeds.Append("task/t-1", new TaskAssigned(Sample.To(Sample.Gushi)), new ApprovalGiven("w", "p", Verdict.Approved, null));
        await registers.CatchUpAsync();

        Heard(gushi).Select(update => (update.Stream, update.Kind, update.Seq)).Should().Equal(
            ("task/t-1", "task.assigned", 2L), ("task/t-1", "approval.given", 3L));
    }

    [Fact]
    public void Who_comes_back_hears_what_it_missed_as_whole_appends()
    {
        var board = new LiveBoard();
        using var first = board.Open(Sample.Clerk, null)!;
        board.Publish([Update(1, 1, false), Update(1, 2, true), Update(2, 3, true)]);
        var ids = Heard(first).Select(first.IdOf).ToArray();

        using var again = board.Open(Sample.Clerk, ids[1])!;

        ids[0].Should().BeNull();
        Heard(again).Select(update => update.Seq).Should().Equal(3);
    }

    [Theory]
    [InlineData("0:1:another")] // from another gateway
    [InlineData("nonsense")]
    public void Who_comes_back_with_an_id_that_is_not_at_hand_has_to_reload(string lastSeen)
    {
        var board = new LiveBoard();
        board.Publish([Update(1, 1, true)]);

        using var reader = board.Open(Sample.Clerk, lastSeen)!;

        reader.MustReload.Should().BeTrue();
        reader.Updates.Completion.IsCompleted.Should().BeTrue();
    }

    [Fact]
    public void A_slow_reader_is_told_to_reload_and_holds_nobody_up()
    {
        var board = new LiveBoard();
        using var slow = board.Open(Sample.Clerk, null)!;
        using var quick = board.Open(Sample.Clerk, null)!;

        for (var i = 1; i <= LiveBoard.WaitingMax + 1; i++)
        {
            board.Publish([Update(i, i, true)]);
            Heard(quick).Should().ContainSingle();
        }

        slow.MustReload.Should().BeTrue();
        Heard(slow).Should().HaveCount(LiveBoard.WaitingMax);
    }

    [Fact]
    public async Task A_quiet_connection_is_kept_alive_by_comments_and_ends_in_time()
    {
        var board = new LiveBoard();
        var time = new FakeTimeProvider();
        var response = new DefaultHttpContext().Response;
        using var body = new MemoryStream();
        response.Body = body;
        var events = LiveEndpoints.StreamAsync(board.Open(Sample.Clerk, null)!, response, time, default).GetAsyncEnumerator();

        var next = events.MoveNextAsync();
        time.Advance(LiveEndpoints.HeartbeatInterval);
        board.Publish([Update(1, 1, true)]);
        (await next).Should().BeTrue();
        events.Current.EventType.Should().Be("task.registered");
        events.Current.Data.Should().Be(new LiveBody("task/t-1", "task.registered", 1, "0:1"));
        var last = events.MoveNextAsync();
        time.Advance(LiveEndpoints.ConnectionMax);

        (await last).Should().BeFalse();
        System.Text.Encoding.UTF8.GetString(body.ToArray()).Should().StartWith(": connected\n\n: still here\n\n");
        await events.DisposeAsync();
    }

    private static LiveUpdate Update(long position, long seq, bool endsItem) => new(
        new FeedPosition(0, position), "task/t-1", "task.registered", seq, endsItem,
        new LiveUpdate.Audience.OfTask(Sample.To(Sample.Gushi)));

    private static List<LiveUpdate> Heard(LiveReader reader)
    {
        var heard = new List<LiveUpdate>();
        while (reader.Updates.TryRead(out var update))
            heard.Add(update);
        return heard;
    }
}
