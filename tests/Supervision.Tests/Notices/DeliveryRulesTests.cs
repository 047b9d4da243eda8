using System.Globalization;
using Supervision.Calendars;
using Supervision.Language;
using Supervision.Notices;

namespace Supervision.Tests.Notices;

/// <summary>When a mail goes out, in Shanghai and by the working calendar. 2026-10-01 to 07 is a holiday; Saturday 10 October is worked.</summary>
public sealed class DeliveryRulesTests
{
    private static readonly NoticeSettings Clerk = NoticeSettings.DefaultOf([Role.OfficeClerk]);

    public static TheoryData<NoticeWeight, string, string, bool> Cases => new()
    {
        // weight, came at, looked at, sent
        { NoticeWeight.Urgent, "2026-09-29 10:00", "2026-09-29 10:00", true },
        { NoticeWeight.Normal, "2026-09-29 10:00", "2026-09-29 14:29", false },
        { NoticeWeight.Normal, "2026-09-29 10:00", "2026-09-29 14:30", true },
        { NoticeWeight.Digest, "2026-09-29 10:00", "2026-09-29 14:30", false },
        { NoticeWeight.Digest, "2026-09-29 10:00", "2026-09-30 09:00", true },
        { NoticeWeight.Urgent, "2026-09-30 18:59", "2026-09-30 18:59", true },
        { NoticeWeight.Urgent, "2026-09-30 19:00", "2026-09-30 19:00", false },
        { NoticeWeight.Urgent, "2026-09-30 19:00", "2026-10-01 10:00", false }, // the holiday begins
        { NoticeWeight.Urgent, "2026-10-03 10:00", "2026-10-07 23:59", false },
        { NoticeWeight.Urgent, "2026-10-03 10:00", "2026-10-08 07:59", false },
        { NoticeWeight.Urgent, "2026-10-03 10:00", "2026-10-08 08:00", true }, // the first moment after it
        { NoticeWeight.Normal, "2026-10-03 10:00", "2026-10-08 08:30", false },
        { NoticeWeight.Normal, "2026-10-03 10:00", "2026-10-08 09:00", true },
        { NoticeWeight.Normal, "2026-10-09 15:00", "2026-10-10 09:00", true }, // 调休 on a Saturday
        { NoticeWeight.Normal, "2026-10-10 15:00", "2026-10-11 09:00", false }, // and the Sunday after it
        { NoticeWeight.Normal, "2026-09-25 10:00", "2026-10-09 08:00", true }, // nobody could send for days
    };

    [Theory, MemberData(nameof(Cases))]
    public void A_notice_goes_out(NoticeWeight weight, string came, string looked, bool sent) =>
        DeliveryRules.Now([Pending(weight, At(came))], Clerk, WorkingCalendar.Shipped, At(looked)).Count.Should().Be(sent ? 1 : 0);

    [Fact]
    public void An_urgent_one_takes_along_what_waits() =>
        DeliveryRules.Now(
            [Pending(NoticeWeight.Digest, At("2026-09-29 10:00")), Pending(NoticeWeight.Urgent, At("2026-09-29 11:00"))],
            Clerk, WorkingCalendar.Shipped, At("2026-09-29 11:00")).Should().HaveCount(2);

    [Fact]
    public void A_rung_breaks_the_quiet_only_where_the_person_said_so()
    {
        var night = At("2026-10-01 02:00");
        var escalation = Pending(NoticeWeight.Urgent, night) with { Rung = 3 };

        DeliveryRules.Now([escalation], Clerk, WorkingCalendar.Shipped, night).Should().BeEmpty();
        DeliveryRules.Now([escalation], Clerk with { ThroughQuietFromRung = 3 }, WorkingCalendar.Shipped, night).Should().ContainSingle();
        DeliveryRules.Now([escalation with { Rung = 2 }], Clerk with { ThroughQuietFromRung = 3 }, WorkingCalendar.Shipped, night).Should().BeEmpty();
    }

    [Fact]
    public void What_is_not_wanted_by_mail_neither_goes_nor_makes_anything_go() =>
        DeliveryRules.Now(
            [Pending(NoticeWeight.Urgent, At("2026-09-29 10:00"))], Clerk with { NotByMail = ["assigned"] }, WorkingCalendar.Shipped,
            At("2026-09-29 15:00")).Should().BeEmpty();

    [Fact]
    public void A_mail_that_fails_is_the_same_mail_later_and_is_parked_in_the_end()
    {
        var now = At("2026-09-29 10:00");
        var outbox = OutboxRules.Fix(Outbox.Empty, "m1", "a@b.cn", [Pending(NoticeWeight.Urgent, now)], new FeedStand([3]), now);
        var first = OutboxRules.Settle(outbox, "m1", SendOutcome.Failed, "451", now);

        first.Mail!.Ids.Should().Equal(outbox.Mail!.Ids);
        first.Mail.NotBefore.Should().Be(now.AddMinutes(1));
        var last = Enumerable.Range(1, OutboxRules.TriesMax - 1).Aggregate(first, (box, _) => OutboxRules.Settle(box, "m1", SendOutcome.Failed, "451", now));
        last.Parked.Should().Be("451");
        last.SentUpTo.Should().Be(FeedStand.Nowhere, "what is parked is not sent");
        OutboxRules.Settle(outbox, "m1", SendOutcome.Refused, "550", now).Parked.Should().Be("550");

        var sent = OutboxRules.Settle(OutboxRules.Resume(last, null, now), "m1", SendOutcome.Sent, null, now);
        sent.Should().Be(new Outbox(new FeedStand([3]), null, now, null));
        OutboxRules.Settle(sent, "m1", SendOutcome.Sent, null, now.AddDays(1)).Should().Be(sent, "twice is as good as once");
    }

    [Theory]
    [InlineData("li@example.gov.cn", true)]
    [InlineData("li@example.gov.cn\nBcc: x@y.cn", false)]
    [InlineData("Li <li@example.gov.cn>", false)]
    [InlineData("li", false)]
    [InlineData("a@b.cn,c@d.cn", false)]
    public void An_address_is_one_address_and_nothing_else(string address, bool isFit) =>
        (Clerk with { Address = address }).Flaw().HasValue.Should().Be(!isFit);

    private static PendingNotice Pending(NoticeWeight weight, DateTimeOffset at) => new($"task/t:1:{weight}", "assigned", weight, 0, at);

    private static DateTimeOffset At(string text)
    {
        var local = DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return WorkingCalendar.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }
}
