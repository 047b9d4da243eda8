using Microsoft.Extensions.DependencyInjection;
using Supervision.Evidence;
using Supervision.Language;
using Supervision.Silo.Evidence;
using Supervision.Silo.Ledger;
using Supervision.Tasks;
using Supervision.Tests.Actors;
using Supervision.Tests.Ledger;
using Supervision.Tests.Tasks;

namespace Supervision.Tests.Evidence;

/// <summary>Files with the actors, the followers and the verification around them.</summary>
public sealed class EvidenceInCityTests
{
    private static readonly (EvidenceHash Hash, byte[] Bytes) Sample = EvidenceStoreContract.Sample(1000);
    private static readonly Caller Administrator = People.Of("sysadmin", People.Office, Role.SystemAdministrator);

    [Fact]
    public async Task A_report_names_a_file_only_after_it_was_stored()
    {
        await using var city = await City.FoundAsync();
        var task = await new TaskLine(city).UnderWayAsync();
        var report = new ReportProgress(task.NextKey, 30, "完成选址", [new("验收单", Sample.Hash.Reference)]);

        (await task.SendAsync(People.Liaison, report)).ShouldBeRefused(EvidenceRefusals.NotStored);
        await StoreAsync(city);
        (await task.SendAsync(People.Liaison, report)).ShouldBeDone();
        (await task.SendAsync(People.Liaison, report)).ShouldBeDone();

        (await city.FactsAsync(task.Stream)).OfType<ProgressReported>().Should().ContainSingle()
            .Which.Evidence.Should().Equal(report.Evidence);
    }

    [Fact]
    public async Task What_is_removed_is_erased_and_its_fact_stays_and_verify_calls_it_removed()
    {
        await using var city = await City.FoundAsync();
        await StoreAsync(city);
        var other = EvidenceStoreContract.Sample(20, seed: 8);
        await StoreAsync(city, other);

        (await GrainOf(city, Sample.Hash).ExecuteAsync(city.As(Administrator), new RemoveEvidence(new("r"), "含个人信息", "某法第一条"))).ShouldBeDone();
        await city.SettleAsync();

        var report = await VerifyAsync(city);
        report.Findings.Should().BeEmpty();
        (report.Files, report.RemovedFiles).Should().Be((1, 1));
        (await StoreOf(city).OpenAsync(Sample.Hash, default)).Should().BeNull();
        (await city.FactsAsync($"evidence/{Sample.Hash}")).Should().HaveCount(2);
    }

    [Theory]
    [InlineData("lost", "EvidenceMissing")]
    [InlineData("changed", "EvidenceChanged")]
    [InlineData("not erased", "EvidenceNotErased")]
    public async Task Verify_names_what_is_wrong_with_a_file(string what, string kind)
    {
        using var folder = new TemporaryFolder();
        var store = FolderEvidenceStore.Open(folder.At("evidence"));
        await using var city = await City.FoundAsync();
        await StoreAsync(city);
        await store.PutAsync(Sample.Hash, new MemoryStream(Sample.Bytes), default);
        var path = Directory.EnumerateFiles(folder.Path, Sample.Hash.Value, SearchOption.AllDirectories).Single();
        switch (what)
        {
            case "lost":
                File.Delete(path);
                break;
            case "changed":
                await using (var file = File.OpenWrite(path)) file.WriteByte((byte)(Sample.Bytes[0] ^ 1));
                break;
            default:
                await GrainOf(city, Sample.Hash).ExecuteAsync(city.As(Administrator), new RemoveEvidence(new("r"), "理由", "依据"));
                break;
        }

        (await VerifyAsync(city, store)).Findings.Should().ContainSingle().Which.Kind.ToString().Should().Be(kind);
    }

    [Fact]
    public async Task Files_go_with_a_ledger_from_store_to_store_without_the_removed_ones()
    {
        await using var city = await City.FoundAsync();
        await StoreAsync(city);
        var removed = EvidenceStoreContract.Sample(20, seed: 8);
        await StoreAsync(city, removed);
        await GrainOf(city, removed.Hash).ExecuteAsync(city.As(Administrator), new RemoveEvidence(new("r"), "理由", "依据"));
        using var folder = new TemporaryFolder();
        var beside = FolderEvidenceStore.OpenToRead(folder.At("export.jsonl.evidence"));

        (await EvidenceCopy.RunAsync(city.Ledger, StoreOf(city), beside, default)).Should().Be(1);

        var arrived = new MemoryEvidenceStore();
        (await EvidenceCopy.RunAsync(city.Ledger, beside, arrived, default)).Should().Be(1);
        (await VerifyAsync(city, arrived)).Findings.Should().BeEmpty();
    }

    private static IEvidenceGrain GrainOf(City city, EvidenceHash hash) => city.Grains.GetGrain<IEvidenceGrain>(hash.Value);

    private static IEvidenceStore StoreOf(City city) => city.Silo.GetRequiredService<IEvidenceStore>();

    private static Task StoreAsync(City city) => StoreAsync(city, Sample);

    private static async Task StoreAsync(City city, (EvidenceHash Hash, byte[] Bytes) file)
    {
        await StoreOf(city).PutAsync(file.Hash, new MemoryStream(file.Bytes), default);
        (await GrainOf(city, file.Hash).ExecuteAsync(
            city.As(People.Liaison), new StoreEvidence(new("s"), file.Bytes.Length, EvidenceTypes.Pdf, "验收单.pdf"))).ShouldBeDone();
    }

    private static async Task<VerificationReport> VerifyAsync(City city, IEvidenceStore? store = null) =>
        await EvidenceVerifier.AddToAsync(await LedgerVerifier.VerifyAsync(city.Ledger, null, null), city.Ledger, store ?? StoreOf(city));
}
