using System.Text.RegularExpressions;
using MailKit.Security;
using Supervision.Api.Notices.Mail;
using Supervision.Language;
using Supervision.Notices;
using Supervision.Tests.Actors;
using Supervision.Tests.Tasks;

namespace Supervision.Tests.Notices;

/// <summary>From a recorded fact to a mail server, and what happens when one of both fails.</summary>
public sealed partial class MailTests : IAsyncLifetime
{
    private readonly FakeSmtpServer _server = new();
    private NoticeCity _city = null!;

    public async ValueTask InitializeAsync()
    {
        _city = await NoticeCity.FoundAsync(People.Clerk, People.Director, People.Liaison, People.Head);
        await _city.MailToAsync(People.Liaison);
        await _city.MailToAsync(People.Clerk);
        _city.City.Time.Advance(TimeSpan.FromMinutes(5)); // Past the digest of the morning.
    }

    public async ValueTask DisposeAsync()
    {
        await _city.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task An_assignment_is_one_mail_at_once_and_never_another()
    {
        await AssignAsync();

        (await RoundAsync()).Should().Be(1);
        (await RoundAsync()).Should().Be(0);
        _city.City.Time.Advance(TimeSpan.FromHours(7));
        (await RoundAsync()).Should().BeLessThanOrEqualTo(1, "the clerk has a digest");

        var mail = _server.Taken.Where(IsTo("education.liaison")).Should().ContainSingle().Subject;
        mail.Subject.Should().Contain("1 条通知").And.Contain("紧急");
        IdsIn(mail).Should().ContainSingle().Which.Should().EndWith(":assigned");
    }

    [Fact]
    public async Task Many_notices_are_one_digest_and_what_was_read_is_not_repeated()
    {
        var task = await AssignAsync();
        await task.AcknowledgeAsync();
        foreach (var percent in (int[])[10, 20, 30])
        {
            (await task.ReportAsync(percent)).ShouldBeDone();
            (await task.ReviewAsync()).ShouldBeDone();
        }

        await _city.ReadOnAsync();
        var first = (await _city.Register.ListAsync(_city.City.As(People.Clerk), NoticeMarks.None)).Items[^1];
        await _city.InboxOf(People.Clerk).MarkAsync(_city.City.As(People.Clerk), new MarkNotices(Ids: [first.Id]));

        _city.City.Time.AdjustTime(City.Morning.AddDays(1));
        await RoundAsync();

        var digest = _server.Taken.Where(IsTo("clerk")).Should().ContainSingle().Subject;
        IdsIn(digest).Should().HaveCountGreaterThan(2).And.NotContain(first.Id).And.OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData(SmtpMood.TriesLater, 1)]
    [InlineData(SmtpMood.HangsUp, 1)]
    [InlineData(SmtpMood.TakesAndHangsUp, 2)]
    internal async Task A_server_that_fails_gets_the_same_mail_again_later(SmtpMood mood, int taken)
    {
        await AssignAsync();
        _server.Mood = mood;
        (await RoundAsync()).Should().Be(0);
        _server.Mood = SmtpMood.Takes;
        (await RoundAsync()).Should().Be(0, "it is not tried again at once");

        _city.City.Time.Advance(TimeSpan.FromMinutes(2));
        (await RoundAsync()).Should().Be(1);

        _server.Taken.Should().HaveCount(taken);
        _server.Taken.Select(mail => mail.MessageId).Distinct().Should().ContainSingle("the receiver can tell that it is the same");
        _server.Taken.Select(mail => string.Join(' ', IdsIn(mail))).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task A_gateway_that_dies_between_sending_and_marking_leaves_the_same_mail_to_the_next()
    {
        await AssignAsync();
        var sent = new List<string>();
        var dying = Round((mail, _) =>
        {
            sent.Add(mail.MessageId!);
            throw new IOException("killed");
        });
        await FluentActions.Awaiting(() => dying.RunAsync(default)).Should().ThrowAsync<IOException>();
        (await RoundAsync()).Should().Be(0, "the first one may still be at it");

        _city.City.Time.Advance(TimeSpan.FromMinutes(4));
        (await RoundAsync()).Should().Be(1);

        _server.Taken.Should().ContainSingle().Which.MessageId.Should().Be(sent.Single());
    }

    [Fact]
    public async Task A_mail_that_is_never_taken_is_parked_and_goes_on_when_an_operator_says_so()
    {
        await AssignAsync();
        _server.Mood = SmtpMood.Refuses;
        await RoundAsync();
        var inbox = _city.InboxOf(People.Liaison);
        (await inbox.ViewAsync(_city.City.As(People.Liaison)))!.Outbox.Parked.Should().Contain("550");

        _server.Mood = SmtpMood.Takes;
        _city.City.Time.Advance(TimeSpan.FromHours(2));
        (await RoundAsync()).Should().Be(0);
        (await _city.Register.CountAsync(_city.City.As(People.Liaison), NoticeMarks.None)).Unread.Should().BePositive("the inbox has it");

        (await inbox.RetryAsync(_city.City.As(People.Of("sysadmin", People.Office, Role.SystemAdministrator)))).ShouldBeDone();
        (await RoundAsync()).Should().Be(1);
    }

    [Fact]
    public async Task At_night_nothing_goes_and_in_the_morning_all_of_it()
    {
        _city.City.Time.AdjustTime(City.Morning.AddHours(12));
        await AssignAsync();
        (await RoundAsync()).Should().Be(0);

        _city.City.Time.AdjustTime(City.Morning.AddHours(23));
        (await RoundAsync()).Should().Be(1);
    }

    private async Task<TaskLine> AssignAsync()
    {
        var task = new TaskLine(_city.City);
        await task.RegisterAsync();
        await task.ApproveAsync();
        await task.AssignAsync();
        await _city.ReadOnAsync();
        return task;
    }

    private async Task<int> RoundAsync()
    {
        await _city.ReadOnAsync();
        return await Round(new SmtpTransport(Settings).SendAsync).RunAsync(default);
    }

    private MailSettings Settings => new("127.0.0.1", _server.Port, SecureSocketOptions.None, "supervision@example.gov.cn", null, null);

    private MailRound Round(SendMail send) => new(_city.City.Grains, _city.Callers, _city.MailDesk, Settings, send, _city.City.Time);

    private static Func<MimeKit.MimeMessage, bool> IsTo(string account) =>
        mail => mail.To.Mailboxes.Single().Address == $"{account}@example.gov.cn";

    private static IReadOnlyList<string> IdsIn(MimeKit.MimeMessage mail) =>
        [.. NoticeId().Matches(mail.TextBody!).Select(match => match.Value)];

    [GeneratedRegex("(task|department|county|plan|process)/[a-z0-9.-]+:[0-9]+:[a-z-]+")]
    private static partial Regex NoticeId();
}
