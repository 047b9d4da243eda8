using Supervision.Accounts;
using Supervision.Agencies;
using Supervision.Api.Imports;
using Supervision.Api.Security;
using Supervision.Api.Sheets;
using Supervision.Calendars;
using Supervision.Imports;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Silo.Followers;
using Supervision.Tests.Actors;
using Supervision.Tests.Tasks;

namespace Supervision.Tests.Imports;

/// <summary>A clerk at the import desk of a city.</summary>
internal sealed class ImportLine(City city)
{
    private int _keys;

    public ImportId Id { get; private set; }

    public string Stream => $"import/{Id}";

    public IImportGrain Grain => city.Grains.GetGrain<IImportGrain>(Id.Value);

    /// <summary>Uploads a sheet and returns what was answered; the import is then the one that this line speaks of.</summary>
    public async Task<Receipt> TakeAsync(
        byte[] content, ImportKind kind = ImportKind.Tasks, PlanId? plan = null, Caller? by = null, string? key = null, string name = "sheet.xlsx")
    {
        var callers = new Callers(city.Seal, city.Time);
        var desk = new ImportDesk(city.Grains, callers, WorkingCalendar.Shipped, Organisation.Shipped, city.Time);
        var person = by ?? People.Clerk;
        var account = new AccountView(person.Account, 1, "张三", person.Agency, person.Roles, person.Portfolio, false, false, false, null, []);
        (Id, var receipt) = await desk.TakeAsync(
            new Supervision.Api.SignedIn(callers.Of(account), account, "session"), new CommandKey(key ?? $"upload-{++_keys}"),
            new ImportUpload(content, name, kind, plan, ExternalIds.SourceDefault));
        return receipt;
    }

    public async Task<Receipt> StartAsync(long? planVersion = null) =>
        await Grain.ExecuteAsync(city.As(People.Clerk), new StartImport(new($"start-{Id}"), planVersion));

    public async Task<Receipt> CancelAsync() => await Grain.ExecuteAsync(city.As(People.Clerk), new CancelImport(new($"cancel-{Id}")));

    public async Task<ImportView> ViewAsync() => (await Grain.ViewAsync(city.As(People.Clerk)))!;

    public async Task<IReadOnlyList<ImportRowView>> RowsAsync(RowOutcome? outcome = null) =>
        (await Grain.ListRowsAsync(city.As(People.Clerk), outcome, 0, 10_000))!.Items;

    /// <summary>One turn of the follower of the import's shard, as after its feed moved.</summary>
    public Task<long> FollowAsync() => city.Grains.GetGrain<IShardFollowerGrain>(city.Ledger.ShardOf(Stream)).CatchUpAsync();
}

/// <summary>Sheets of tasks.</summary>
internal static class TaskSheets
{
    public static readonly TaskCells Sample = TaskCells.Empty with
    {
        Title = "建设城市书房",
        Content = "年内建成三座",
        Supervision = Supervision.Tasks.SupervisionKind.Special,
        Source = Supervision.Tasks.TaskSource.Meeting,
        Basis = "市政府常务会议决定",
        By = "市政府",
        Reference = "纪要〔2026〕1号",
        On = new DateOnly(2026, 2, 27),
        Scope = "全市",
    };

    public static TaskCells Numbered(int n) => Sample with { External = $"{n}", Title = $"事项 {n}" };

    public static byte[] Of(params IEnumerable<TaskCells> rows)
    {
        using var stream = new MemoryStream();
        using (var writer = new FormWriter<TaskCells>(stream, TaskForm.Form, Organisation.Shipped))
        {
            foreach (var row in rows)
                writer.Row(row);
        }

        return stream.ToArray();
    }
}
