using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting.Server;
using Supervision.Accounts;
using Supervision.Agencies;
using Supervision.Api.Commands;
using Supervision.Api.Operations;
using Supervision.Api.Registers;
using Supervision.Api.Security;
using Supervision.Cases;
using Supervision.Evidence;
using Supervision.Feeds;
using Supervision.Language;
using Supervision.Silo.Cases;
using Supervision.Silo.Evidence;
using Supervision.Silo.Founding;
using Supervision.Silo.Hosting;
using Supervision.Silo.Ledger;
using Supervision.Tasks;

namespace Supervision.Api;

/// <summary>Which store a command wants.</summary>
internal enum StoreChoice
{
    /// <summary>The one that is there, or a new demo store.</summary>
    ThereOrDemo,

    /// <summary>A new production store; there must be none yet.</summary>
    NewProduction,
}

/// <summary>The whole system in one process: silo, ledger in a folder, gateway. With SimulatedStore the only files of api/ that know the silo.</summary>
internal sealed class EmbeddedSystem : IAsyncDisposable
{
    private readonly OpenedStore _store;
    private readonly DataFolder _folder;
    private readonly DemoYear? _year;
    private readonly CancellationTokenSource _ending = new();
    private Task _background = Task.CompletedTask;

    private EmbeddedSystem(WebApplication app, OpenedStore store, DataFolder folder, DemoYear? year) =>
        (App, _store, _folder, _year) = (app, store, folder, year is { IsDone: false } ? year : null);

    public WebApplication App { get; }

    /// <summary>Ends when what is filled in behind the running server is there: the accounts of the agencies, a simulated year.</summary>
    public Task Filled => _background;

    public bool IsDemo => _store.Ledger.Store.Kind is StoreKind.Demo;

    /// <param name="urls">Where to listen; nowhere when empty.</param>
    /// <param name="year">What a demo store is being filled with.</param>
    /// <exception cref="InvalidOperationException">The folder is held by another process, or holds another store than wanted.</exception>
    public static EmbeddedSystem Open(DataFolder folder, StoreChoice choice, IReadOnlyList<string> urls, DemoYear? year = null)
    {
        GatewayFolder.Refuse(folder);
        var store = OpenStore(folder, choice, isHere: urls.All(ServeCommand.IsLoopback));
        var settings = new SiloSettings(
            folder.Path, Redis: null, NewKey(), NewKey(), StoreReading.SealFolderOf(store.Ledger.Store.Id));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.AddSupervisionSilo(settings, store);
        builder.Services.AddSingleton(new CallerSeal(settings.GatewayKey));
        builder.AddGateway(folder);
        builder.Services.AddSingleton<Founding>();
        builder.Services.AddHealthChecks().AddCheck<Founding>("founding", tags: [RegisterRegistration.ReadyTag]);
        builder.Listen(urls);
        var app = builder.Build();
        app.UseGateway();
        return new EmbeddedSystem(app, store, folder, year);
    }

    /// <summary>Starts, tells where it listens, and fills a new demo store: what a person needs first, the rest behind it.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        MarkStore();
        await App.StartAsync(cancellation);
        // At once: the folder is locked already, and whoever comes with a verb must find the way to this process.
        if (App.Urls.FirstOrDefault() is { } url)
            await AnnounceAsync(url, cancellation);
        await App.Services.GetRequiredService<ShippedDefinitionsFounder>().PublishAsync();
        if (IsDemo)
            await FoundDemoAsync(cancellation);
        if (_year is not null)
            _background = Task.WhenAll(_background, LoadYearAsync(_year, _ending.Token));
        App.Services.GetRequiredService<Founding>().Done();
    }

    /// <summary>Opens the first accounts of a production store; their passwords hold until the first sign-in.</summary>
    public async Task FoundAsync(IReadOnlyList<FirstAdministrator> administrators)
    {
        var founder = App.Services.GetRequiredService<AccountsFounder>();
        foreach (var first in administrators)
        {
            await founder.OpenAsync(
                new FoundingAccount(first.Account, first.Name, Callers.Office, [first.Role], []), first.Password, temporary: true);
        }
    }

    /// <summary>Gives a one-time password to an account of a store that came without any.</summary>
    public Task RenewPasswordAsync(AccountId account, string password) =>
        App.Services.GetRequiredService<AccountsFounder>().RenewPasswordAsync(account, password);

    public static bool IsStoreIn(DataFolder folder) => OpenedStore.IsThere(folder.Path);

    /// <exception cref="InvalidOperationException">The folder holds a store, which whoever calls has no use for.</exception>
    public static void RefuseStoreIn(DataFolder folder)
    {
        if (OpenedStore.IsThere(folder.Path))
        {
            throw new InvalidOperationException(
                $"{folder} 已有单机数据，请另选文件夹 · {folder} holds a store of its own, which a cluster would hide. Choose another folder with --data.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        ServerFile.Remove(_folder);
        await _ending.CancelAsync();
        await _background.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await App.StopAsync();
        await App.DisposeAsync();
        await _store.DisposeAsync();
        _ending.Dispose();
    }

    private static OpenedStore OpenStore(DataFolder folder, StoreChoice choice, bool isHere)
    {
        var isThere = OpenedStore.IsThere(folder.Path);
        return choice switch
        {
            StoreChoice.NewProduction when isThere => throw new InvalidOperationException(
                $"{folder} 已有数据，不会覆盖 · {folder} holds a store already, which is left alone. Choose another folder with --data."),
            StoreChoice.NewProduction => Create(folder, StoreKind.Production),
            StoreChoice.ThereOrDemo when isThere => HeldHere(OpenedStore.OpenFolder(folder.Path), isHere),
            StoreChoice.ThereOrDemo when isHere => Create(folder, StoreKind.Demo),
            StoreChoice.ThereOrDemo => throw DemoElsewhere(),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static OpenedStore Create(DataFolder folder, StoreKind kind)
    {
        folder.Create();
        return OpenedStore.CreateInFolder(folder.Path, kind, TimeProvider.System.GetUtcNow());
    }

    private static OpenedStore HeldHere(OpenedStore store, bool isHere)
    {
        if (isHere || store.Ledger.Store.Kind is not StoreKind.Demo)
            return store;

        store.DisposeAsync().AsTask().GetAwaiter().GetResult(); // A command line begins; nothing else runs yet.
        throw DemoElsewhere();
    }

    private static InvalidOperationException DemoElsewhere() => new(
        "演示数据只在本机提供 · A demo store is served on loopback alone, since its password is shown. Make a store of your own with init.");

    // A caller lives two minutes and both sides are this process, so a new key with each start is enough.
    private static byte[] NewKey() => RandomNumberGenerator.GetBytes(CallerKeyBytes);

    private static readonly int CallerKeyBytes = 32;

    private async Task FoundDemoAsync(CancellationToken cancellation)
    {
        var demo = new DemoFounding(App.Services.GetRequiredService<AccountsFounder>(), _folder);
        if (demo.IsDone)
            return;

        var accounts = DemoAccounts.Of(Organisation.Shipped).ToLookup(DemoAccounts.IsOfAgency);
        await demo.OpenAsync(accounts[false], cancellation);
        _background = demo.FinishAsync(accounts[true], _ending.Token);
    }

    private void MarkStore()
    {
        if (!IsDemo) return;

        App.Services.GetRequiredService<StoreMark>().Text = _year is null ? StoreMark.Simulated : StoreMark.Loading;
        if (_year is not null) App.Services.GetRequiredService<StoreGate>().Close();
    }

    // The year is played in memory and then brought in; the mark beside the store says that it is not whole yet.
    private async Task LoadYearAsync(DemoYear year, CancellationToken cancellation)
    {
        var mark = App.Services.GetRequiredService<StoreMark>();
        try
        {
            var draft = await year.ReadPlanAsync(_folder, cancellation);
            await using (var played = await SimulatedStore.PlayAsync(year.Settings, DemoYear.PlanId, draft, cancellation))
                await played.LoadIntoAsync(_store.Ledger, cancellation);
            await (year with { IsDone = true }).WriteAsync(_folder, cancellation);
            mark.Text = StoreMark.Simulated;
            App.Services.GetRequiredService<StoreGate>().Open();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            mark.Text = StoreMark.Incomplete;
            App.Logger.LogCritical(e, "The simulated year was not loaded; it is begun again at the next start");
        }
    }

    private async Task AnnounceAsync(string url, CancellationToken cancellation)
    {
        (_store.Ledger as SqliteLedger)?.Announce(url);
        var token = App.Services.GetRequiredService<OperatorToken>();
        await ServerFile.WriteAsync(_folder, new ServerFile(url, Environment.ProcessId, token.Value), cancellation);
    }

    /// <summary>The accounts of a demo store. Begun again after an interruption it changes nothing that is there.</summary>
    private sealed class DemoFounding(AccountsFounder founder, DataFolder folder)
    {
        private string Mark => folder.File("demo-accounts.done");

        public bool IsDone => File.Exists(Mark);

        public async Task OpenAsync(IEnumerable<DemoAccount> accounts, CancellationToken cancellation)
        {
            var password = await DemoPassword.OfAsync(folder, cancellation);
            foreach (var account in accounts)
            {
                cancellation.ThrowIfCancellationRequested();
                await founder.OpenAsync(
                    new FoundingAccount(account.Account, account.Name, account.Agency, account.Roles, account.Portfolio),
                    password, temporary: false);
            }
        }

        public async Task FinishAsync(IEnumerable<DemoAccount> accounts, CancellationToken cancellation)
        {
            await OpenAsync(accounts, cancellation);
            await File.WriteAllTextAsync(Mark, "", cancellation);
        }
    }
}

/// <summary>Reads the store of a folder as it lies on the disk: needs no server, disturbs none, and trusts none.</summary>
internal static class StoreReading
{
    /// <summary>The folder of the sealing key and the anchor, for whoever keeps it elsewhere than beside the user's own settings.</summary>
    public const string SealFolderVariable = "SUPERVISION_SEALS";

    public static async Task<VerifyReport> VerifyAsync(DataFolder folder, CancellationToken cancellation)
    {
        GatewayFolder.Refuse(folder);
        await using var ledger = SqliteLedger.OpenToRead(folder.Path);
        var seals = new SealFolder(SealFolderOf(ledger.Store.Id));
        var report = await LedgerVerifier.VerifyAsync(ledger, seals.FindKey(), seals.FindAnchor(), cancellation);
        return ViewOf(await EvidenceVerifier.AddToAsync(report, ledger, EvidenceOf(folder), cancellation));
    }

    /// <summary>Makes a store from an export, in a folder without one, and verifies it as it arrives.</summary>
    /// <param name="files">The folder of files that the export wrote beside its own; need not be there where there were none.</param>
    /// <exception cref="InvalidDataException">The file is damaged or cut; what was made so far is of no use.</exception>
    public static async Task<VerifyReport> RestoreAsync(DataFolder folder, Stream export, string files, CancellationToken cancellation)
    {
        var store = await LedgerImport.ReadStoreAsync(export);
        export.Position = 0;
        await using var ledger = SqliteLedger.Create(folder.Path, store);
        var seals = new SealFolder(SealFolderOf(store.Id));
        var report = await LedgerImport.ReadAsync(ledger, export, seals.FindKey(), seals.FindAnchor(), cancellation);
        var evidence = FolderEvidenceStore.Open(OpenedStore.EvidenceFolderOf(folder.Path));
        await EvidenceCopy.RunAsync(ledger, FolderEvidenceStore.OpenToRead(files), evidence, cancellation);
        return ViewOf(await EvidenceVerifier.AddToAsync(report, ledger, evidence, cancellation));
    }

    /// <summary>Everything the ledger holds, as lines of JSON, and the files it speaks of, named by their hash, in a folder.</summary>
    /// <param name="files">Made where there is a file to put into it.</param>
    public static async Task<Exported> ExportAsync(DataFolder folder, Stream target, string files, CancellationToken cancellation)
    {
        GatewayFolder.Refuse(folder);
        await using var ledger = SqliteLedger.OpenToRead(folder.Path);
        // The ledger first: a file that it speaks of is there already, and one that comes meanwhile does no harm.
        var facts = await LedgerExport.WriteAsync(ledger, target, cancellation);
        return new Exported(
            facts, await EvidenceCopy.RunAsync(ledger, EvidenceOf(folder), FolderEvidenceStore.OpenToRead(files), cancellation));
    }

    /// <summary>One case with its proof, and the store that its files lie in.</summary>
    /// <returns>Null when nothing was ever recorded of the task.</returns>
    public static async Task<(CaseRecords Case, IEvidenceStore Files)?> FindCaseAsync(
        DataFolder folder, TaskId task, CancellationToken cancellation)
    {
        GatewayFolder.Refuse(folder);
        await using var ledger = SqliteLedger.OpenToRead(folder.Path);
        return await CaseReader.FindAsync(ledger, task, cancellation) is { } found ? (found, EvidenceOf(folder)) : null;
    }

    private static FolderEvidenceStore EvidenceOf(DataFolder folder) =>
        FolderEvidenceStore.OpenToRead(OpenedStore.EvidenceFolderOf(folder.Path));

    private static VerifyReport ViewOf(VerificationReport report) => new(
        [.. report.Findings.Select(found => new VerifyFinding(
            System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(found.Kind.ToString()),
            found.Stream, found.Seq, found.Chinese, found.English))],
        report.Streams, report.Events, report.Seals, report.SealedAt, report.Unsealed, report.Files, report.RemovedFiles);

    /// <summary>Never inside the data folder: who can change the data must not be able to seal it again.</summary>
    public static string SealFolderOf(string storeId)
    {
        var chosen = Environment.GetEnvironmentVariable(SealFolderVariable);
        var root = !string.IsNullOrEmpty(chosen)
            ? chosen
            : Path.Combine(Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "supervision", "seals");
        return Path.Combine(root, storeId);
    }
}

/// <summary>The store for files of a cluster, which its gateways write.</summary>
internal static class ClusterEvidence
{
    private static readonly string UrlVariable = "SUPERVISION_EVIDENCE";
    private static readonly string KeyVariable = "SUPERVISION_EVIDENCE_KEY";

    /// <summary>Without the setting nothing can be uploaded.</summary>
    /// <exception cref="InvalidOperationException">The setting cannot be used.</exception>
    public static IServiceCollection AddClusterEvidence(this IServiceCollection services)
    {
        var url = Environment.GetEnvironmentVariable(UrlVariable);
        S3Address? address = null;
        if (!string.IsNullOrEmpty(url) && !S3Address.TryParse(url, Environment.GetEnvironmentVariable(KeyVariable), out address))
        {
            throw new InvalidOperationException(
                $"设置 {UrlVariable} 不可用：应形如 https://主机/桶，并给出 {KeyVariable}（ID:SECRET）· "
                + $"{UrlVariable} cannot be used: it must look like https://host/bucket, with {KeyVariable} as ID:SECRET.");
        }

        return services.AddSingleton(_ => OpenedStore.EvidenceAt(address));
    }
}

/// <param name="Files">Files of evidence that were copied.</param>
internal readonly record struct Exported(long Facts, long Files);

/// <summary>Where a system listens.</summary>
internal static class Listening
{
    public static void Listen(this WebApplicationBuilder builder, IReadOnlyList<string> urls)
    {
        if (urls.Count == 0)
        {
            builder.Services.AddSingleton<IServer, NoListener>();
            return;
        }

        builder.WebHost.UseUrls([.. urls]);
        builder.Services.AddHostedService<SessionFile>();
        // A page of another site that gives its own name our address reaches us with that name: it is not ours.
        if (urls.All(ServeCommand.IsLoopback))
            builder.Configuration["AllowedHosts"] = "localhost;127.0.0.1;[::1]";
    }
}
