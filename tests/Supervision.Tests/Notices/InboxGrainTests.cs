using Supervision.Language;
using Supervision.Notices;
using Supervision.Tests.Actors;
using Supervision.Tests.Tasks;

namespace Supervision.Tests.Notices;

/// <summary>The actor that remembers what a person has read and what is on its way to him.</summary>
public sealed class InboxGrainTests
{
    private static readonly Caller Gateway = People.Of("gateway", People.Office, Role.Gateway);
    private static readonly NoticeSettings Mail = NoticeSettings.DefaultOf([Role.Liaison]) with { Address = "li@example.gov.cn" };

    [Fact]
    public async Task An_inbox_is_its_owners_alone()
    {
        await using var city = await City.FoundAsync();
        var inbox = InboxOf(city);

        (await inbox.MarkAsync(city.As(People.Head), new MarkNotices())).Should().BeOfType<Receipt.Refused>()
            .Which.Code.Should().Be(NoticeRefusals.NotAllowed.Code);
        (await inbox.SetAsync(city.As(People.Head), Mail, FeedStand.Nowhere)).Should().BeOfType<Receipt.Refused>();
        (await inbox.ViewAsync(city.As(People.Head))).Should().BeNull();
        (await inbox.RetryAsync(city.As(People.Liaison))).Should().BeOfType<Receipt.Refused>();
        await FluentActions.Awaiting(() => inbox.TakeMailAsync(city.As(People.Liaison), FeedStand.Nowhere, FeedStand.Nowhere, []))
            .Should().ThrowAsync<CallerNotVerifiedException>();
    }

    [Fact]
    public async Task Of_two_gateways_one_has_the_mail_and_a_crash_between_send_and_mark_sends_the_same_mail_again()
    {
        await using var city = await City.FoundAsync();
        var inbox = InboxOf(city);
        await inbox.SetAsync(city.As(People.Liaison), Mail, new FeedStand([1]));
        var (from, upTo) = (new FeedStand([1]), new FeedStand([5]));

        var taken = await inbox.TakeMailAsync(city.As(Gateway), from, upTo, [Urgent(city, "a")]);
        taken!.Ids.Should().Equal("a");
        (await inbox.TakeMailAsync(city.As(Gateway), from, upTo, [Urgent(city, "a")])).Should().BeNull("another gateway sends it");

        // That gateway dies. What came meanwhile waits: the mail is what it was.
        city.Time.Advance(TimeSpan.FromMinutes(5));
        var again = await inbox.TakeMailAsync(city.As(Gateway), from, new FeedStand([9]), [Urgent(city, "a"), Urgent(city, "b")]);
        again.Should().BeEquivalentTo(taken);

        await inbox.SettleMailAsync(city.As(Gateway), again!.Id, SendOutcome.Sent, null);
        (await inbox.ViewAsync(city.As(Gateway)))!.Outbox.SentUpTo.Should().Be(upTo);
        (await inbox.TakeMailAsync(city.As(Gateway), from, upTo, [Urgent(city, "a")])).Should().BeNull("it was looked up before the mail was settled");
        (await inbox.TakeMailAsync(city.As(Gateway), upTo, new FeedStand([9]), [Urgent(city, "b")]))!.Ids.Should().Equal("b");
    }

    [Fact]
    public async Task What_was_read_and_set_outlives_the_actor()
    {
        await using var city = await City.FoundAsync();
        var inbox = InboxOf(city);
        (await inbox.MarkAsync(city.As(People.Liaison), new MarkNotices(new FeedStand([4, 2]), ["x"]))).Should().BeOfType<Receipt.Done>();
        await inbox.SetAsync(city.As(People.Liaison), Mail, FeedStand.Nowhere);
        await inbox.TakeMailAsync(city.As(Gateway), FeedStand.Nowhere, new FeedStand([9]), [Urgent(city, "a")]);

        await city.Grains.GetGrain<Orleans.Runtime.IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);

        var view = (await inbox.ViewAsync(city.As(People.Liaison)))!;
        view.Marks.Should().BeEquivalentTo(new NoticeMarks(new FeedStand([4, 2]), ["x"]));
        view.Settings.Should().BeEquivalentTo(Mail);
        view.Outbox.Mail!.Ids.Should().Equal("a");
    }

    private static IInboxGrain InboxOf(City city) => city.Grains.GetGrain<IInboxGrain>(People.Liaison.Account.Value);

    private static PendingNotice Urgent(City city, string id) => new(id, "assigned", NoticeWeight.Urgent, 0, city.Time.GetUtcNow());
}
