using Supervision.Language;
using Supervision.Silo.Ledger;

namespace Supervision.Tests.Ledger;

/// <summary>What only a ledger in a file does: it is made, opened, locked, and there again the next day.</summary>
public sealed class SqliteStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_answered_is_there_when_it_is_opened_again()
    {
        var append = Sample.Append("task/one", null, "a") with { DuesSet = [Sample.Due("d", 1)] };
        await using (var ledger = SqliteLedger.Create(_folder.Path, Sample.Store())) await ledger.AppendAsync(append);

        await using var again = SqliteLedger.Open(_folder.Path);

        again.Store.Should().Be(Sample.Store());
        (await again.LoadAsync("task/one", default)).Tail.Should().HaveCount(1);
        (await again.AppendAsync(append)).Should().BeOfType<AppendResult.Repeated>();
        (await again.AppendAsync(Sample.Append("task/one", append.Events[0], "b")))
            .Should().Be(new AppendResult.Appended(new FeedPosition(again.ShardOf("task/one"), 2)));
    }

    [Fact]
    public async Task A_second_writer_is_refused_and_told_who_serves()
    {
        await using var ledger = SqliteLedger.Create(_folder.Path, Sample.Store());
        FolderLock.FindServing(_folder.Path).Should().BeNull();
        ledger.Announce("http://127.0.0.1:5080");

        var second = () => SqliteLedger.Open(_folder.Path);

        second.Should().Throw<InvalidOperationException>().WithMessage($"*process {Environment.ProcessId} at http://127.0.0.1:5080*");
        FolderLock.FindServing(_folder.Path).Should().Be(new Serving("http://127.0.0.1:5080", Environment.ProcessId));
    }

    [Fact]
    public async Task Nobody_serves_a_folder_that_was_closed()
    {
        await using (var ledger = SqliteLedger.Create(_folder.Path, Sample.Store())) ledger.Announce("http://127.0.0.1:5080");

        FolderLock.FindServing(_folder.Path).Should().BeNull();
        await using var again = SqliteLedger.Open(_folder.Path);
    }

    [Fact]
    public async Task A_reader_looks_on_beside_the_writer_and_cannot_write()
    {
        await using var ledger = SqliteLedger.Create(_folder.Path, Sample.Store());
        await using var reader = SqliteLedger.OpenToRead(_folder.Path);
        await ledger.AppendAsync(Sample.Append("task/one", null, "a"));

        (await LedgerVerifier.VerifyAsync(reader, null, null)).Events.Should().Be(1);
        await reader.Awaiting(it => it.AppendAsync(Sample.Append("task/two", null, "a"))).Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task A_store_is_not_made_twice_and_not_made_in_passing()
    {
        _folder.Invoking(it => SqliteLedger.Open(it.Path)).Should().Throw<InvalidOperationException>().WithMessage("*init*");
        await using (SqliteLedger.Create(_folder.Path, Sample.Store())) { }

        _folder.Invoking(it => SqliteLedger.Create(it.Path, Sample.Store())).Should().Throw<InvalidOperationException>().WithMessage("*already*");
    }

    [Fact]
    public async Task A_closed_ledger_says_so()
    {
        var ledger = SqliteLedger.Create(_folder.Path, Sample.Store());
        await ledger.DisposeAsync();

        await ledger.Awaiting(it => it.AppendAsync(Sample.Append("task/one", null, "a"))).Should().ThrowAsync<LedgerUnavailableException>();
    }

    [Fact]
    public async Task A_batch_that_fails_fails_all_its_members_and_the_next_succeeds()
    {
        await using var ledger = SqliteLedger.Create(_folder.Path, Sample.Store());
        await ledger.AppendAsync(Sample.Append("task/first", null, "a"));

        // Somebody else holds the file's write lock for longer than the writer is willing to wait.
        await using (var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_folder.At(SqliteFile.Name)};Pooling=False"))
        {
            await other.OpenAsync();
            SqliteFile.Execute(other, "BEGIN IMMEDIATE");
            var appends = Enumerable.Range(0, 5).Select(n => ledger.AppendAsync(Sample.Append($"task/{n}", null, "a"))).ToArray();
            foreach (var append in appends) await append.Awaiting(it => it).Should().ThrowAsync<LedgerUnavailableException>();
        }

        await Task.WhenAll(Enumerable.Range(0, 5).Select(n => ledger.AppendAsync(Sample.Append($"task/{n}", null, "a"))));
        (await LedgerVerifier.VerifyAsync(ledger, null, null)).Should().Match<VerificationReport>(report => report.IsClean && report.Events == 6);
    }

    [Fact]
    public async Task What_was_answered_is_in_the_files_as_a_crash_would_leave_them()
    {
        var answered = new System.Collections.Concurrent.ConcurrentBag<string>();
        await using var ledger = SqliteLedger.Create(_folder.At("data"), Sample.Store());
        var writers = Enumerable.Range(0, 16).Select(async writer =>
        {
            for (var n = 0; n < 20; n++)
            {
                await ledger.AppendAsync(Sample.Append($"task/{writer}-{n}", null, "a"));
                answered.Add($"task/{writer}-{n}");
            }
        }).ToArray();

        await ledger.WaitForFeedAsync(ledger.ShardOf("task/0-0"), 5, default);
        string[] before = [.. answered];
        Directory.CreateDirectory(_folder.At("crashed"));
        // So few pages stay in the log, therefore the two files fit each other although the writers go on.
        foreach (var name in (string[])["ledger.db", "ledger.db-wal"])
            File.Copy(_folder.At($"data/{name}"), _folder.At($"crashed/{name}"));
        await Task.WhenAll(writers);

        await using var crashed = SqliteLedger.Open(_folder.At("crashed"));
        foreach (var stream in before) (await crashed.LoadAsync(stream, default)).Tail.Should().HaveCount(1, stream);
        before.Should().NotBeEmpty();
        (await LedgerVerifier.VerifyAsync(crashed, null, null)).Findings.Should().BeEmpty();
    }
}
