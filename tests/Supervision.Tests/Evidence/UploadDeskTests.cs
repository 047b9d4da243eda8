using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Api;
using Supervision.Api.Evidence;
using Supervision.Evidence;
using Supervision.Language;
using Supervision.Silo.Ledger;
using Supervision.Tests.Actors;
using Supervision.Tests.Ledger;
using Supervision.Tests.Tasks;

namespace Supervision.Tests.Evidence;

/// <summary>Uploads piece by piece, with what goes wrong on the way.</summary>
public sealed class UploadDeskTests : IAsyncLifetime
{
    private static readonly byte[] Bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("验收合格。\n", 40)));
    private static readonly EvidenceHash Hash = EvidenceHash.OfDigest(System.Security.Cryptography.SHA256.HashData(Bytes));

    private readonly TemporaryFolder _folder = new();
    private readonly FailingLedger _ledger = new(new MemoryLedger());
    private City? _city;

    private IEvidenceStore Store => _city!.Silo.GetRequiredService<IEvidenceStore>();

    private Caller Liaison => _city!.As(People.Liaison);

    public async ValueTask InitializeAsync() => _city = await City.FoundAsync(_ledger);

    public async ValueTask DisposeAsync()
    {
        await _city!.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_upload_is_gone_on_with_after_each_offset_by_another_process()
    {
        for (var cut = 0; cut <= Bytes.Length; cut += 37)
        {
            var file = Encoding.UTF8.GetBytes($"{cut}\n").Concat(Bytes).ToArray();
            var hash = EvidenceHash.OfDigest(System.Security.Cryptography.SHA256.HashData(file));
            var id = await BeginAsync(Desk(), hash, file.Length);
            await FluentActions.Awaiting(() => Desk().AppendAsync(Liaison, id, 0, new BrokenStream(file, cut), default))
                .Should().ThrowAsync<IOException>();

            var again = await Desk().BeginAsync(Liaison, hash, file.Length, "验收单.txt", default);
            again.Upload!.Id.Should().Be(id);
            again.Offset.Should().Be(cut);
            (await Desk().AppendAsync(Liaison, id, cut, new MemoryStream(file[cut..]), default)).Offset.Should().Be(file.Length);
            (await Desk().CompleteAsync(Liaison, id, default)).Receipt.ShouldBeDone();
        }
    }

    [Fact]
    public async Task A_piece_from_another_offset_is_refused_with_the_right_one()
    {
        var desk = Desk();
        var id = await BeginAsync(desk, Hash, Bytes.Length);
        await desk.AppendAsync(Liaison, id, 0, new MemoryStream(Bytes[..10]), default);

        var no = (await desk.AppendAsync(Liaison, id, 5, new MemoryStream(Bytes[5..]), default)).Receipt;

        no.ShouldBeRefused(EvidenceRefusals.OtherOffset);
        ((Receipt.Refused)no).English.Should().StartWith("10 bytes");
        (await desk.FindAsync(Liaison, id, default)).Offset.Should().Be(10);
    }

    [Fact]
    public async Task An_incomplete_file_waits_and_one_that_is_too_long_is_cut_where_it_should_end()
    {
        var desk = Desk();
        var id = await BeginAsync(desk, Hash, Bytes.Length);
        await desk.AppendAsync(Liaison, id, 0, new MemoryStream(Bytes[..^1]), default);
        (await desk.CompleteAsync(Liaison, id, default)).Receipt.ShouldBeRefused(EvidenceRefusals.UploadIncomplete);

        (await desk.AppendAsync(Liaison, id, Bytes.Length - 1, new MemoryStream([Bytes[^1], 1, 2, 3]), default))
            .Receipt.ShouldBeRefused(EvidenceRefusals.OtherOffset);

        (await desk.CompleteAsync(Liaison, id, default)).Receipt.ShouldBeDone();
    }

    [Fact]
    public async Task Another_content_than_announced_is_thrown_away()
    {
        var desk = Desk();
        var id = await BeginAsync(desk, Hash, Bytes.Length);
        await desk.AppendAsync(Liaison, id, 0, new MemoryStream([(byte)'x', .. Bytes[1..]]), default);

        (await desk.CompleteAsync(Liaison, id, default)).Receipt.ShouldBeRefused(EvidenceRefusals.OtherHash);

        (await desk.FindAsync(Liaison, id, default)).Receipt.ShouldBeRefused(EvidenceRefusals.UploadNotFound);
        (await Store.OpenAsync(Hash, default)).Should().BeNull();
        (await _city!.FactsAsync($"evidence/{Hash}")).Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_not_taken_is_thrown_away_before_it_is_stored()
    {
        var page = "<html><script>alert(1)</script></html>"u8.ToArray();
        var hash = EvidenceHash.OfDigest(System.Security.Cryptography.SHA256.HashData(page));
        var id = await BeginAsync(Desk(), hash, page.Length);
        await Desk().AppendAsync(Liaison, id, 0, new MemoryStream(page), default);

        (await Desk().CompleteAsync(Liaison, id, default)).Receipt.ShouldBeRefused(EvidenceRefusals.TypeNotTaken);

        (await Store.OpenAsync(hash, default)).Should().BeNull();
        Directory.EnumerateFiles(_folder.At("uploads"), "*", SearchOption.AllDirectories).Should().BeEmpty();
    }

    [Fact]
    public async Task A_kill_between_the_bytes_and_the_fact_loses_nothing_and_doubles_nothing()
    {
        var id = await WholeAsync();
        _ledger.BeforeNextAppend = _ => throw new IOException("killed");
        await FluentActions.Awaiting(() => Desk().CompleteAsync(Liaison, id, default)).Should().ThrowAsync<Exception>();
        (await Store.OpenAsync(Hash, default)).Should().NotBeNull();
        (await _city!.FactsAsync($"evidence/{Hash}")).Should().BeEmpty();

        (await Desk().CompleteAsync(Liaison, id, default)).Receipt.ShouldBeDone();
        var again = await Desk().CompleteAsync(Liaison, id, default);

        again.Receipt.ShouldBeDone();
        again.Upload!.Type.Should().Be(EvidenceTypes.Text);
        (await _city!.FactsAsync($"evidence/{Hash}")).Should().ContainSingle();
        (await Desk().BeginAsync(Liaison, Hash, Bytes.Length, "验收单.txt", default)).Offset.Should().Be(Bytes.Length);
    }

    [Fact]
    public async Task An_answer_that_was_lost_is_given_again()
    {
        var id = await WholeAsync();
        _ledger.AfterNextAppend = _ => throw new IOException("the answer is lost");
        await FluentActions.Awaiting(() => Desk().CompleteAsync(Liaison, id, default)).Should().ThrowAsync<Exception>();

        (await Desk().CompleteAsync(Liaison, id, default)).Receipt.ShouldBeDone();

        (await _city!.FactsAsync($"evidence/{Hash}")).Should().ContainSingle();
    }

    [Fact]
    public async Task One_file_from_two_agencies_at_once_is_one_file_of_both()
    {
        var desk = Desk();
        Caller[] both = [Liaison, _city!.As(People.Clerk)];

        await Task.WhenAll(both.Select(async caller =>
        {
            var id = (await desk.BeginAsync(caller, Hash, Bytes.Length, "验收单.txt", default)).Upload!.Id;
            await desk.AppendAsync(caller, id, 0, new MemoryStream(Bytes), default);
            (await desk.CompleteAsync(caller, id, default)).Receipt.ShouldBeDone();
        }));

        (await _city!.FactsAsync($"evidence/{Hash}")).Cast<EvidenceStored>().Select(fact => fact.Agency)
            .Should().BeEquivalentTo([People.Lead, People.Office]);
    }

    [Fact]
    public async Task Two_pieces_at_once_are_never_mixed()
    {
        var desk = Desk();
        var id = await BeginAsync(desk, Hash, Bytes.Length);
        var slow = new HeldStream(Bytes);
        var first = desk.AppendAsync(Liaison, id, 0, slow, default);
        await slow.Reached;

        (await desk.AppendAsync(Liaison, id, 0, new MemoryStream(Bytes), default)).Receipt.ShouldBeRefused(EvidenceRefusals.UploadBusy);
        (await desk.CompleteAsync(Liaison, id, default)).Receipt.ShouldBeRefused(EvidenceRefusals.UploadBusy);
        slow.GoOn();

        (await first).Offset.Should().Be(Bytes.Length);
        (await desk.CompleteAsync(Liaison, id, default)).Receipt.ShouldBeDone();
    }

    [Fact]
    public async Task An_upload_is_its_owners_alone()
    {
        var id = await BeginAsync(Desk(), Hash, Bytes.Length);
        var clerk = _city!.As(People.Clerk);

        (await Desk().FindAsync(clerk, id, default)).Receipt.ShouldBeRefused(EvidenceRefusals.UploadNotFound);
        (await Desk().AppendAsync(clerk, id, 0, new MemoryStream(Bytes), default)).Receipt.ShouldBeRefused(EvidenceRefusals.UploadNotFound);
        await Desk().AbandonAsync(clerk, id, default);
        (await Desk().FindAsync(Liaison, "../" + id, default)).Receipt.ShouldBeRefused(EvidenceRefusals.UploadNotFound);
        (await Desk().FindAsync(Liaison, id, default)).Receipt.ShouldBeDone();
    }

    [Fact]
    public async Task Sizes_and_the_number_of_uploads_have_limits()
    {
        var desk = Desk();
        (await desk.BeginAsync(Liaison, Hash, EvidenceRules.BytesMax + 1, "a", default)).Receipt.ShouldBeRefused(EvidenceRefusals.SizeUnfit);
        (await desk.BeginAsync(_city!.As(People.Of("auditor", People.Office, Role.Auditor)), Hash, 1, "a", default))
            .Receipt.ShouldBeRefused(EvidenceRefusals.NotAllowed);
        for (var n = 1; n <= EvidenceRules.UploadsMax; n++) await BeginAsync(desk, Hash, n);

        (await desk.BeginAsync(Liaison, Hash, 1000, "a", default)).Receipt.ShouldBeRefused(EvidenceRefusals.TooManyUploads);

        (await desk.AbandonAsync(Liaison, await BeginAsync(desk, Hash, 1), default)).Receipt.ShouldBeDone();
        await BeginAsync(desk, Hash, 1000);
    }

    [Fact]
    public async Task What_nothing_came_for_is_thrown_away_after_a_day()
    {
        var uploads = new UploadFolder(new DataFolder(_folder.Path));
        var id = await WholeAsync();
        var now = TimeProvider.System.GetUtcNow();

        (await uploads.RemoveAbandonedAsync(now + UploadFolder.AbandonedAfter - TimeSpan.FromMinutes(1), default)).Should().Be(0);
        (await uploads.RemoveAbandonedAsync(now + UploadFolder.AbandonedAfter + TimeSpan.FromMinutes(1), default)).Should().Be(1);

        (await Desk().FindAsync(Liaison, id, default)).Receipt.ShouldBeRefused(EvidenceRefusals.UploadNotFound);
        Directory.EnumerateFiles(_folder.At("uploads"), "*", SearchOption.AllDirectories).Should().BeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_removed_while_it_is_on_its_way_does_not_stay()
    {
        var id = await WholeAsync();
        var clerks = await WholeAsync(People.Clerk);
        (await Desk().CompleteAsync(Liaison, id, default)).Receipt.ShouldBeDone();
        await _city!.Grains.GetGrain<IEvidenceGrain>(Hash.Value).ExecuteAsync(
            _city.As(People.Of("sysadmin", People.Office, Role.SystemAdministrator)), new RemoveEvidence(new("r"), "理由", "依据"));
        await _city.SettleAsync();

        (await Desk().CompleteAsync(_city.As(People.Clerk), clerks, default)).Receipt.ShouldBeRefused(EvidenceRefusals.Removed);

        (await Store.OpenAsync(Hash, default)).Should().BeNull();
    }

    // As a gateway that has just started: nothing is remembered but what lies in the folder.
    private UploadDesk Desk() => new(new UploadFolder(new DataFolder(_folder.Path)), Store, _city!.Grains);

    private async Task<string> BeginAsync(UploadDesk desk, EvidenceHash hash, long size) =>
        (await desk.BeginAsync(Liaison, hash, size, "验收单.txt", default)).Upload!.Id;

    private Task<string> WholeAsync() => WholeAsync(People.Liaison);

    private async Task<string> WholeAsync(Caller person)
    {
        var caller = _city!.As(person);
        var id = (await Desk().BeginAsync(caller, Hash, Bytes.Length, "验收单.txt", default)).Upload!.Id;
        await Desk().AppendAsync(caller, id, 0, new MemoryStream(Bytes), default);
        return id;
    }

    /// <summary>Gives one byte and then waits for the test.</summary>
    private sealed class HeldStream(byte[] bytes) : MemoryStream(bytes)
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => _reached.Task;

        public void GoOn() => _goOn.SetResult();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position == 0) return await base.ReadAsync(buffer[..1], cancellationToken);
            _reached.TrySetResult();
            await _goOn.Task;
            return await base.ReadAsync(buffer, cancellationToken);
        }
    }
}
