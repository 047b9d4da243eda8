using Microsoft.Extensions.DependencyInjection;
using Supervision.Api.Notices;
using Supervision.Api.Notices.Mail;
using Supervision.Api.Notices.Webhooks;
using Supervision.Api.Registers;
using Supervision.Api.Security;
using Supervision.Calendars;
using Supervision.Feeds;
using Supervision.Language;
using Supervision.Notices;
using Supervision.Silo.Founding;
using Supervision.Tests.Actors;

namespace Supervision.Tests.Notices;

/// <summary>A city with people, and a gateway whose registers are read on when the test says so.</summary>
internal sealed class NoticeCity : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("notices-").FullName;
    private readonly RegisterDatabase _database;
    private readonly RegisterWriter _writer;
    private readonly RegisterPositions _positions;
    private readonly GrainFeedSource _feeds;
    private long[] _at = [];

    private NoticeCity(City city)
    {
        City = city;
        Callers = new Callers(new CallerSeal(City.GatewayKey), city.Time);
        _database = new RegisterDatabase(new RegisterSettings(_folder));
        _writer = new RegisterWriter(_database, WorkingCalendar.Shipped, city.Time);
        _positions = new RegisterPositions(city.Time);
        _feeds = new GrainFeedSource(city.Grains, Callers);
        Register = new NoticeRegister(_database, _positions, new RegisterSettings(_folder), city.Time);
        MailDesk = new MailDesk(_database, _positions);
        WebhookDesk = new WebhookDesk(_database);
    }

    public City City { get; }

    public Callers Callers { get; }

    public NoticeRegister Register { get; }

    public MailDesk MailDesk { get; }

    public WebhookDesk WebhookDesk { get; }

    public static async Task<NoticeCity> FoundAsync(params Caller[] people)
    {
        var city = new NoticeCity(await City.FoundAsync());
        var founder = city.City.Silo.GetRequiredService<AccountsFounder>();
        foreach (var person in people)
        {
            await founder.OpenAsync(
                new FoundingAccount(person.Account, person.Account.Value, person.Agency, person.Roles, person.Portfolio), "Xinyang-2026!", temporary: false);
        }

        await city.ReadOnAsync();
        return city;
    }

    /// <summary>Reads the feeds to their end.</summary>
    public async Task ReadOnAsync()
    {
        await City.SettleAsync();
        if (_at.Length == 0)
        {
            _at = await _writer.OpenAsync(new StoreView(City.Ledger.Store.Id, "Demo", City.Ledger.Store.Shards), anew: false, default);
            _positions.Reset(_at);
        }

        for (var shard = 0; shard < _at.Length; shard++)
        {
            for (var isMore = true; isMore;)
            {
                var page = await _feeds.ReadAsync(shard, _at[shard], 500, TimeSpan.Zero, default);
                var decoded = DecodedPage.Of(shard, _at[shard], page);
                if (isMore = decoded.Last > _at[shard])
                    await _writer.ApplyAsync(decoded, default);
                _at[shard] = decoded.Last;
                _positions.Note(shard, decoded.Last, page.End);
            }
        }
    }

    public IInboxGrain InboxOf(Caller person) => City.Grains.GetGrain<IInboxGrain>(person.Account.Value);

    /// <summary>Mail to this person begins now.</summary>
    public async Task MailToAsync(Caller person)
    {
        var settings = NoticeSettings.DefaultOf(person.Roles) with { Address = $"{person.Account}@example.gov.cn" };
        var now = (await Register.CountAsync(City.As(person), NoticeMarks.None)).Seen;
        (await InboxOf(person).SetAsync(City.As(person), settings, now)).Should().BeOfType<Receipt.Done>();
    }

    /// <summary>Spoils what the registers hold.</summary>
    public void Run(string sql)
    {
        using var command = _database.Writer.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public async ValueTask DisposeAsync()
    {
        _writer.Dispose();
        _database.Dispose();
        await City.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
