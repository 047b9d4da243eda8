using Supervision.Silo.Ledger;

namespace Supervision.Tests.Ledger;

public sealed class SealTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SealKey _key = SealKey.New();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_seal_goes_on_from_the_one_before_and_folds_the_same_as_a_fresh_start()
    {
        await using var twice = new MemoryLedger(Sample.Store());
        await using var once = new MemoryLedger(Sample.Store());
        for (var n = 0; n < 20; n++)
        {
            foreach (var ledger in (MemoryLedger[])[twice, once]) await ledger.AppendAsync(Sample.Append($"task/{n}", null, "a"));
            if (n == 9) await Sealer.SealAsync(twice, _key, Sample.Monday);
        }

        var second = await Sealer.SealAsync(twice, _key, Sample.Monday);
        var only = await Sealer.SealAsync(once, _key, Sample.Monday);

        second.Root.Should().Be(only.Root);
        (second.Number, only.Number, only.Previous).Should().Be((2, 1, ""));
        second.Previous.Should().Be(Seal.Read((await twice.ListSealsAsync())[0])!.Signature);
    }

    [Fact]
    public async Task Nothing_is_sealed_on_top_of_a_seal_of_another_key()
    {
        await using var ledger = new MemoryLedger(Sample.Store());
        await Sealer.SealAsync(ledger, _key, Sample.Monday);

        await ledger.Awaiting(it => Sealer.SealAsync(it, SealKey.New(), Sample.Monday)).Should()
            .ThrowAsync<InvalidOperationException>().WithMessage("Seal 1 is damaged or*");
    }

    [Fact]
    public void Key_and_anchor_are_found_again()
    {
        var folder = new SealFolder(_folder.At("seals"));
        folder.FindKey().Should().BeNull();
        folder.FindAnchor().Should().BeNull();

        var key = folder.FindOrMakeKey();
        folder.Remember(new Anchor(7, "abc"));
        folder.Remember(new Anchor(8, "def"));

        folder.FindOrMakeKey().ToHex().Should().Be(key.ToHex());
        folder.FindAnchor().Should().Be(new Anchor(8, "def"));
    }

    [Fact]
    public async Task A_restored_backup_is_an_old_copy()
    {
        await using (var ledger = SqliteLedger.Create(_folder.At("data"), Sample.Store()))
        {
            await ledger.AppendAsync(Sample.Append("task/one", null, "a"));
            await Sealer.SealAsync(ledger, _key, Sample.Monday);
        }

        File.Copy(_folder.At("data/ledger.db"), _folder.At("backup.db"));
        await using (var ledger = SqliteLedger.Open(_folder.At("data")))
        {
            await ledger.AppendAsync(Sample.Append("task/two", null, "a"));
            new SealFolder(_folder.At("seals")).Remember(Sealer.AnchorOf(await Sealer.SealAsync(ledger, _key, Sample.Monday)));
        }

        File.Copy(_folder.At("backup.db"), _folder.At("data/ledger.db"), overwrite: true);
        await using var restored = SqliteLedger.Open(_folder.At("data"));
        var report = await LedgerVerifier.VerifyAsync(restored, _key, new SealFolder(_folder.At("seals")).FindAnchor());

        report.Findings.Should().ContainSingle().Which.Kind.Should().Be(FindingKind.RolledBack);
    }
}
