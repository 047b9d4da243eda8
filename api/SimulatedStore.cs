using Supervision.Api.Commands;
using Supervision.Api.Operations;
using Supervision.Calendars;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Silo.Hosting;
using Supervision.Silo.Ledger;
using Supervision.Simulation;

namespace Supervision.Api;

/// <summary>A year that was played on a ledger in memory, and what it says.</summary>
internal sealed class SimulatedStore : IAsyncDisposable
{
    private readonly SimulatedSilo _silo;
    private readonly long[] _founded;

    private SimulatedStore(SimulatedSilo silo, long[] founded, YearAnswers answers) => (_silo, _founded, Answers) = (silo, founded, answers);

    public YearAnswers Answers { get; }

    public static async Task<SimulatedStore> PlayAsync(SimulationSettings settings, PlanId plan, PlanDraft draft, CancellationToken cancellation)
    {
        var silo = await SimulatedSilo.FoundAsync(
            $"demo-{Guid.CreateVersion7():N}", WorkingCalendar.At(settings.From, WorkingCalendar.OfficeOpens));
        try
        {
            var founded = new long[silo.Ledger.Store.Shards];
            for (var shard = 0; shard < founded.Length; shard++) founded[shard] = await silo.Ledger.FeedEndAsync(shard);

            var city = new City(silo);
            var year = new SimulatedYear(city, settings);
            await year.PlayAsync(plan, draft, cancellation: cancellation);
            await silo.CheckAsync();
            var answers = Tally.Of(settings, year, await YearFacts.ReadAsync(city), await Sealer.RootAsync(silo.Ledger));
            return new SimulatedStore(silo, founded, answers);
        }
        catch
        {
            await silo.DisposeAsync();
            throw;
        }
    }

    public async Task ExportAsync(string path, CancellationToken cancellation)
    {
        await using var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        await LedgerExport.WriteAsync(_silo.Ledger, target, cancellation);
    }

    /// <summary>Makes a demo store of it, by way of an export, in a folder without one.</summary>
    public Task KeepAsync(DataFolder folder, CancellationToken cancellation) => NewStore.MakeAsync(folder, async beside =>
    {
        var file = beside.File("simulated.jsonl");
        await ExportAsync(file, cancellation);
        await using (var export = new FileStream(file, FileMode.Open, FileAccess.Read))
        {
            var report = await StoreReading.RestoreAsync(beside, export, file + ExportCommand.FilesEnding, cancellation);
            if (report.Findings is [var damage, ..]) throw new InvalidDataException($"{damage.Chinese} · {damage.English}");
        }

        File.Delete(file);
    });

    /// <summary>Brings the year, without what every store is founded with, into one that is served already.</summary>
    public Task LoadIntoAsync(ILedger ledger, CancellationToken cancellation) => LedgerLoad.RunAsync(_silo.Ledger, _founded, ledger, cancellation);

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    private sealed class City(SimulatedSilo silo) : ISimulatedCity
    {
        public IGrainFactory Grains => silo.Grains;

        public int Shards => silo.Ledger.Store.Shards;

        public DateTimeOffset Now => silo.Now;

        public Caller As(Caller person) => silo.As(person);

        public Task GoToAsync(DateTimeOffset instant) => silo.GoToAsync(instant);

        public Task SettleAsync() => silo.SettleAsync();
    }
}
