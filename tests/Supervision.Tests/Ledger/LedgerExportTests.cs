using System.Text;
using Supervision.Silo.Ledger;

namespace Supervision.Tests.Ledger;

public sealed class LedgerExportTests
{
    private readonly SealKey _key = SealKey.New();

    [Theory]
    [InlineData(Digest.Sha256)]
    [InlineData(Digest.Sm3)]
    public async Task A_ledger_read_back_is_the_same_ledger(string digest)
    {
        await using var ledger = await FilledAsync(digest);
        using var file = new System.IO.MemoryStream();
        (await LedgerExport.WriteAsync(ledger, file)).Should().Be(31);

        file.Position = 0;
        var store = await LedgerImport.ReadStoreAsync(file);
        using var folder = new TemporaryFolder();
        await using var arrived = SqliteLedger.Create(folder.Path, store);
        file.Position = 0;
        var report = await LedgerImport.ReadAsync(arrived, file, _key, Sealer.AnchorOf(Seal.Read((await ledger.ListSealsAsync())[0])!));

        report.Findings.Should().BeEmpty();
        (report.Events, report.Streams, report.Seals, report.Unsealed).Should().Be((31, 11, 1, 1));
        (await arrived.ListDueAsync(ledger.ShardOf("task/1"), DateTimeOffset.MaxValue, 10)).Should().ContainSingle();
        (await arrived.FindCursorAsync("registers", 2)).Should().Be(3);
        (await arrived.FindAnswerAsync("task/1", "zhang", "a")).Should().BeNull();
    }

    [Fact]
    public async Task A_second_export_is_byte_for_byte_the_first()
    {
        await using var ledger = await FilledAsync();
        var first = await ExportAsync(ledger);
        await using var arrived = new MemoryLedger(ledger.Store);
        await LedgerImport.ReadAsync(arrived, File(first), _key, null);

        (await ExportAsync(arrived)).Should().Be(first);
    }

    [Fact]
    public async Task A_file_that_was_changed_is_refused_at_the_line()
    {
        var text = await ExportAsync(await FilledAsync());

        await RefusedAsync(text.Replace("签收 2", "退回 2", StringComparison.Ordinal), "Line *does not fit its hash*");
    }

    [Fact]
    public async Task A_file_that_was_cut_is_refused()
    {
        var text = await ExportAsync(await FilledAsync());

        await RefusedAsync(text[..text.LastIndexOf("{\"line\":\"end\"", StringComparison.Ordinal)], "*was cut*");
    }

    [Fact]
    public async Task A_file_without_some_of_its_lines_is_refused()
    {
        var lines = (await ExportAsync(await FilledAsync())).Split('\n');

        await RefusedAsync(string.Join('\n', lines.Where((_, n) => n != 3)), "Line 4*");
    }

    [Fact]
    public async Task Only_an_empty_ledger_takes_a_file()
    {
        await using var ledger = await FilledAsync();
        var text = await ExportAsync(ledger);

        await ledger.Awaiting(it => LedgerImport.ReadAsync(it, File(text), _key, null)).Should()
            .ThrowAsync<InvalidDataException>().WithMessage("*not empty*");
    }

    private static async Task<string> ExportAsync(ILedger ledger)
    {
        using var file = new System.IO.MemoryStream();
        await LedgerExport.WriteAsync(ledger, file);
        return Encoding.UTF8.GetString(file.ToArray());
    }

    private static System.IO.MemoryStream File(string text) => new(Encoding.UTF8.GetBytes(text));

    private async Task RefusedAsync(string text, string message)
    {
        await using var empty = new MemoryLedger(Sample.Store());
        await empty.Awaiting(it => LedgerImport.ReadAsync(it, File(text), _key, null)).Should()
            .ThrowAsync<InvalidDataException>().WithMessage(message);
    }

    private async Task<MemoryLedger> FilledAsync(string digest = Digest.Sha256)
    {
        var ledger = new MemoryLedger(Sample.Store(digest: digest));
        for (var n = 0; n < 10; n++)
        {
            var append = Sample.Append($"task/{n}", null, "a", count: 3, digest: digest);
            await ledger.AppendAsync(append with { DuesSet = n == 1 ? [Sample.Due("d", 1)] : [] });
        }

        await ledger.MoveCursorAsync("registers", 2, 3);
        await Sealer.SealAsync(ledger, _key, Sample.Monday);
        await ledger.AppendAsync(Sample.Append("task/late", null, "a", digest: digest));
        return ledger;
    }
}
