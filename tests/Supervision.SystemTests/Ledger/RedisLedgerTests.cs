using System.Collections.Concurrent;
using Supervision.Language;
using Supervision.Silo.Ledger;
using Supervision.Tests.Ledger;

namespace Supervision.SystemTests.Ledger;

public sealed class RedisLedgerTests(RedisServer server) : LedgerContract, IClassFixture<RedisServer>
{
    private protected override async Task<ILedger> MakeAsync() => await RedisLedger.CreateAsync(server.NewStore(), Sample.Store());
}

public sealed class RedisFeedTests(RedisServer server) : FeedContract, IClassFixture<RedisServer>
{
    private protected override async Task<ILedger> MakeAsync() => await RedisLedger.CreateAsync(server.NewStore(), Sample.Store());
}

public sealed class RedisStoreTests(RedisServer server) : IClassFixture<RedisServer>
{
    [Fact]
    public async Task A_store_is_made_once_and_opened_by_many()
    {
        var options = server.NewStore();
        await using var ledger = await RedisLedger.CreateAsync(options, Sample.Store());
        await using var other = await RedisLedger.OpenAsync(options);

        other.Store.Should().Be(Sample.Store());
        await ledger.Awaiting(_ => RedisLedger.CreateAsync(options, Sample.Store())).Should()
            .ThrowAsync<InvalidOperationException>().WithMessage("*already*");
    }

    [Fact]
    public async Task A_store_that_is_not_there_is_not_made_in_passing() =>
        await server.Awaiting(it => RedisLedger.OpenAsync(it.NewStore())).Should()
            .ThrowAsync<InvalidOperationException>().WithMessage("*init*");

    [Fact]
    public async Task An_append_of_one_process_wakes_a_waiter_in_another()
    {
        var options = server.NewStore();
        await using var writer = await RedisLedger.CreateAsync(options, Sample.Store());
        await using var reader = await RedisLedger.OpenAsync(options);
        var shard = writer.ShardOf("task/one");

        var waiting = reader.WaitForFeedAsync(shard, 0, default);
        await writer.AppendAsync(Sample.Append("task/one", null, "a"));

        await waiting.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_server_that_may_lose_answers_is_refused_unless_told_otherwise()
    {
        await using var careless = new RedisServer { Fsync = "everysec" };
        await careless.InitializeAsync();
        var options = careless.NewStore();

        await careless.Awaiting(_ => RedisLedger.CreateAsync(options, Sample.Store())).Should()
            .ThrowAsync<InvalidOperationException>().WithMessage("*appendfsync everysec*Set it to always*");
        await using var ledger = await RedisLedger.CreateAsync(options with { AllowsLoss = true }, Sample.Store());
    }

    [Fact]
    public async Task What_was_answered_is_there_after_the_server_was_killed()
    {
        await using var mortal = new RedisServer();
        await mortal.InitializeAsync();
        var options = mortal.NewStore();
        var answered = new ConcurrentBag<string>();
        await using var ledger = await RedisLedger.CreateAsync(options, Sample.Store());
        var writers = Enumerable.Range(0, 16).Select(WriteUntilItDiesAsync).ToArray();

        await ledger.WaitForFeedAsync(0, 100, default);
        await mortal.KillAsync();
        await Task.WhenAll(writers);
        await mortal.StartAsync();

        await using var again = await RedisLedger.OpenAsync(options);
        foreach (var stream in answered) (await again.LoadAsync(stream, default)).Tail.Should().HaveCount(1, stream);
        var report = await LedgerVerifier.VerifyAsync(again, null, null);
        report.Findings.Should().BeEmpty();
        report.Events.Should().BeGreaterThanOrEqualTo(answered.Count);

        async Task WriteUntilItDiesAsync(int writer)
        {
            try
            {
                for (var n = 0; ; n++)
                {
                    await ledger.AppendAsync(Sample.Append($"task/{writer}-{n}", null, "a"));
                    answered.Add($"task/{writer}-{n}");
                }
            }
            catch (LedgerUnavailableException)
            {
                // What was on its way may be there or not; what was answered must be.
            }
        }
    }
}
