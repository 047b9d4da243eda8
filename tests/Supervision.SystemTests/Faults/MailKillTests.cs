using System.Text.RegularExpressions;
using Supervision.Api.Notices.Mail;
using Supervision.Calendars;
using Supervision.Tests.Ledger;
using Supervision.Tests.Notices;

namespace Supervision.SystemTests.Faults;

/// <summary>kill -9 of the real server while a mail is on its way: none is lost, and no notice is in two mails.</summary>
public sealed partial class MailKillTests
{
    private const int Kills = 3;
    private const int TasksARound = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);

    [Fact]
    public async Task Every_notice_is_in_exactly_one_mail_after_every_kill()
    {
        using var folder = new TemporaryFolder();
        await using var mail = new FakeSmtpServer();
        await using var server = new ApiProcess(folder.Path, new Dictionary<string, string>
        {
            [MailSettings.ServerVariable] = $"smtp://127.0.0.1:{mail.Port}",
            [MailSettings.FromVariable] = "supervision@example.gov.cn",
        });
        var now = WorkingCalendar.At(new(2026, 3, 2), new(9, 0));
        await server.StartAsync(now);
        await server.DoAsync("mail-to education.liaison@example.gov.cn");

        for (var kill = 0; kill < Kills; kill++)
        {
            var (arrived, killed) = (new TaskCompletionSource(), new TaskCompletionSource());
            mail.BeforeAnswer = () =>
            {
                arrived.TrySetResult();
                return killed.Task;
            };
            for (var n = 0; n < TasksARound; n++)
                await server.DoAsync($"acknowledge mail-{kill}-{n}");
            await arrived.Task.WaitAsync(Patience);
            await server.KillAsync();
            killed.SetResult();
            mail.BeforeAnswer = () => Task.CompletedTask;
            await server.StartAsync(now);
        }

        var inbox = await UntilAllAreSentAsync(server, mail);

        inbox.Should().HaveCountGreaterThanOrEqualTo(Kills * TasksARound);
        var mails = inbox.ToDictionary(id => id, id => mail.Taken.Where(taken => IdsIn(taken).Contains(id)).Select(taken => taken.MessageId).Distinct().Count());
        mails.Should().OnlyContain(pair => pair.Value == 1);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Kills} kills while a mail was on its way; {inbox.Count} notices in {mail.Taken.Select(taken => taken.MessageId).Distinct().Count()} mails, "
            + $"handed over {mail.Taken.Count} times");
    }

    private static async Task<IReadOnlyList<string>> UntilAllAreSentAsync(ApiProcess server, FakeSmtpServer mail)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            using var connection = await server.ConnectAsync();
            var inbox = (await connection.AskAsync("inbox")).Split(',', StringSplitOptions.RemoveEmptyEntries);
            var sent = mail.Taken.SelectMany(IdsIn).ToHashSet();
            if (inbox.Length > 0 && inbox.All(sent.Contains))
                return inbox;
            await Task.Delay(Glance, patience.Token);
        }
    }

    private static IEnumerable<string> IdsIn(MimeKit.MimeMessage mail) => NoticeId().Matches(mail.TextBody!).Select(match => match.Value);

    [GeneratedRegex("task/[a-z0-9.-]+:[0-9]+:[a-z-]+")]
    private static partial Regex NoticeId();
}
