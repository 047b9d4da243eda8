using System.Net;
using System.Text.RegularExpressions;
using MailKit.Security;
using MimeKit;
using Supervision.Api.Notices.Mail;
using Supervision.Api.Notices.Webhooks;
using Supervision.Language;
using Supervision.Notices;
using Supervision.Tasks;
using Supervision.Tests.Actors;
using Supervision.Tests.Tasks;
using Supervision.Webhooks;

namespace Supervision.Tests.Notices;

/// <summary>不响, 重复, 丢失, 虚构: each is planted on the way out, and the audit against the ledger sees it. Without a defect it sees nothing.</summary>
public sealed partial class DeliveryDefectTests : IAsyncLifetime
{
    // A notice of the same fact under another name at another place, as a writer that counts a fact twice would make it.
    private const string Again = """
        INSERT INTO notices SELECT row + 1000000, replace(id, ':acknowledged', ':reported'), shard, position + 1000000, kind, stream, title,
            chinese, english, rung, at, author, merge_key, times FROM notices WHERE kind = 'acknowledged';
        INSERT INTO notice_to SELECT address, notice + 1000000, weight FROM notice_to WHERE notice IN (SELECT row FROM notices WHERE kind = 'acknowledged');
        """;

    private static readonly string[] Tasks = ["defect-1", "defect-2"];
    private static readonly WebhookId Im = new("im");
    private static readonly Caller Gateway = People.Of("gateway", People.Office, Role.Gateway);
    private static readonly Caller Opener = People.Of("sysadmin", People.Office, Role.SystemAdministrator);

    private static readonly Dictionary<Type, string> NewsOfLiaison = new() { [typeof(TaskAssigned)] = "assigned" };

    private static readonly Dictionary<Type, string> News = new()
    {
        [typeof(TaskRegistered)] = "registered",
        [typeof(ApprovalGiven)] = "approved",
        [typeof(TaskAssigned)] = "assigned",
        [typeof(TaskAcknowledged)] = "acknowledged",
    };

    private NoticeCity _city = null!;

    private IWebhooksGrain Webhooks => _city.City.Grains.GetGrain<IWebhooksGrain>(IWebhooksGrain.All);

    public async ValueTask InitializeAsync() => _city = await NoticeCity.FoundAsync(People.Clerk, People.Director, People.Liaison, People.Head);

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    [Theory]
    [InlineData("", true)]
    [InlineData("DELETE FROM notice_to WHERE address = 'Liaison@education'", false)] // Somebody is not told.
    [InlineData("DELETE FROM notices WHERE row = (SELECT max(row) FROM notices WHERE kind = 'assigned')", false)]
    public async Task Mails_say_what_the_ledger_holds(string defect, bool isWhole)
    {
        await using var server = new FakeSmtpServer();

        (await MailedAsync(server, defect, new SmtpTransport(SettingsOf(server)).SendAsync)).Any().Should().Be(!isWhole);
    }

    [Theory]
    [InlineData(true)] // Said to be sent, and thrown away.
    [InlineData(false)] // Sent twice, the second time as another mail.
    public async Task A_transport_that_loses_or_doubles_a_mail_is_seen(bool loses)
    {
        await using var server = new FakeSmtpServer();
        var transport = new SmtpTransport(SettingsOf(server));

        (await MailedAsync(server, "", async (mail, cancellation) =>
        {
            if (loses) return (SendOutcome.Sent, null);

            await transport.SendAsync(mail, cancellation);
            mail.MessageId = $"again-{mail.MessageId}";
            return await transport.SendAsync(mail, cancellation);
        })).Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("", false, true)]
    [InlineData("DELETE FROM notices WHERE kind = 'acknowledged'", false, false)]
    [InlineData(Again, false, false)]
    [InlineData("", true, false)] // The position is moved on, and nothing was told.
    public async Task A_webhook_is_told_what_the_ledger_holds(string defect, bool skips, bool isWhole)
    {
        await using var receiver = await Receiver.StartAsync();
        (await Webhooks.ExecuteAsync(_city.City.As(Opener), new OpenWebhook(new("open"), Im, receiver.Url, Receiver.Secret))).ShouldBeDone();
        var approver = People.Of("secadmin", People.Office, Role.SecurityAdministrator);
        (await Webhooks.ExecuteAsync(_city.City.As(approver), new ApproveWebhook(new("approve"), Im))).ShouldBeDone();
        await WorkAsync(defect);
        if (skips)
            await SkipAsync();

        using var transport = new WebhookTransport(
            _city.City.Time, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]), _ => true, tls: receiver.Trust);
        await new WebhookRound(_city.City.Grains, _city.Callers, _city.WebhookDesk, transport).RunAsync(default);

        var due = await DeliveryAudit.DueAsync(_city.City, Tasks.Select(id => $"task/{id}"), News);
        DeliveryAudit.Differences(due, receiver.Told.Select(told => (told.Delivery, (IReadOnlyList<string>)
            [.. told.Body.GetProperty("notices").EnumerateArray().Select(notice => notice.GetProperty("id").GetString()!)]))).Any().Should().Be(!isWhole);
    }

    private async Task<IReadOnlyList<string>> MailedAsync(FakeSmtpServer server, string defect, SendMail send)
    {
        await _city.MailToAsync(People.Liaison);
        await WorkAsync(defect);
        var round = new MailRound(_city.City.Grains, _city.Callers, _city.MailDesk, SettingsOf(server), send, _city.City.Time);
        await round.RunAsync(default);
        await round.RunAsync(default);

        var due = await DeliveryAudit.DueAsync(_city.City, Tasks.Select(id => $"task/{id}"), NewsOfLiaison);
        return DeliveryAudit.Differences(due, server.Taken.Select(mail => (mail.MessageId!, IdsIn(mail))));
    }

    private async Task WorkAsync(string defect)
    {
        foreach (var id in Tasks)
            await new TaskLine(_city.City, id).UnderWayAsync();
        await _city.ReadOnAsync();
        _city.Run(defect);
    }

    private async Task SkipAsync()
    {
        var order = await Webhooks.TakeAsync(_city.City.As(Gateway), Im);
        var next = _city.WebhookDesk.NextAfter(order!.After)!;
        await Webhooks.SettleAsync(
            _city.City.As(Gateway), Im, next.At, SendOutcome.Sent, new WebhookTry(next.Delivery, _city.City.Time.GetUtcNow(), 200, null, 1));
    }

    private static MailSettings SettingsOf(FakeSmtpServer server) =>
        new("127.0.0.1", server.Port, SecureSocketOptions.None, "supervision@example.gov.cn", null, null);

    private static IReadOnlyList<string> IdsIn(MimeMessage mail) => [.. NoticeId().Matches(mail.TextBody!).Select(match => match.Value)];

    [GeneratedRegex("task/[a-z0-9.-]+:[0-9]+:[a-z-]+")]
    private static partial Regex NoticeId();
}
