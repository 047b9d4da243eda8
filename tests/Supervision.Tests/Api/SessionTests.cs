using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Supervision.Api.Security;
using Supervision.Language;

namespace Supervision.Tests.Api;

public sealed class SessionTests
{
    private static readonly AccountId Clerk = new("clerk");

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)));

    [Fact]
    public void A_session_lives_while_it_is_used()
    {
        var sessions = new SessionRegister(_clock);
        var session = sessions.Begin(Clerk);

        for (var i = 0; i < 5; i++)
        {
            _clock.Advance(SessionRules.IdleMax - TimeSpan.FromSeconds(1));
            sessions.Touch(session.Id).Should().NotBeNull();
        }
    }

    [Fact]
    public void A_session_idles_away()
    {
        var sessions = new SessionRegister(_clock);
        var session = sessions.Begin(Clerk);

        _clock.Advance(SessionRules.IdleMax);

        sessions.Touch(session.Id).Should().BeNull();
        sessions.All.Should().BeEmpty();
    }

    [Fact]
    public void A_session_ends_after_twelve_hours_however_busy()
    {
        var sessions = new SessionRegister(_clock);
        var session = sessions.Begin(Clerk);

        var seen = 0;
        while (sessions.Touch(session.Id) is not null)
        {
            seen++;
            _clock.Advance(TimeSpan.FromMinutes(20));
        }

        seen.Should().Be(36);
    }

    [Fact]
    public void A_session_that_was_ended_is_worth_nothing()
    {
        var sessions = new SessionRegister(_clock);
        var session = sessions.Begin(Clerk);

        sessions.End(session.Id);

        sessions.Touch(session.Id).Should().BeNull();
    }

    [Fact]
    public void A_new_password_ends_the_other_sessions_of_the_account_alone()
    {
        var sessions = new SessionRegister(_clock);
        var (own, other, stranger) = (sessions.Begin(Clerk), sessions.Begin(Clerk), sessions.Begin(new AccountId("director")));

        sessions.EndOthersOf(Clerk, except: own.Id);

        sessions.Touch(own.Id).Should().NotBeNull();
        sessions.Touch(other.Id).Should().BeNull();
        sessions.Touch(stranger.Id).Should().NotBeNull();
    }

    [Fact]
    public void An_account_keeps_its_newest_sessions_only()
    {
        var sessions = new SessionRegister(_clock);
        var first = sessions.Begin(Clerk);
        for (var i = 0; i < SessionRules.OfAccountMax; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            sessions.Begin(Clerk);
        }

        sessions.Touch(first.Id).Should().BeNull();
        sessions.All.Should().HaveCount(SessionRules.OfAccountMax);
    }

    [Fact]
    public void What_an_earlier_process_wrote_down_goes_on_unless_it_idled_away_meanwhile()
    {
        var before = new SessionRegister(_clock);
        var session = before.Begin(Clerk);
        var kept = before.All;

        var soon = new SessionRegister(_clock);
        soon.Resume(kept);
        soon.Touch(session.Id).Should().NotBeNull();

        _clock.Advance(SessionRules.IdleMax);
        var late = new SessionRegister(_clock);
        late.Resume(kept);
        late.Touch(session.Id).Should().BeNull();
    }

    [Theory]
    [InlineData(null, null, false)] // a program
    [InlineData("same-origin", null, false)]
    [InlineData("none", null, false)] // typed by a person
    [InlineData("cross-site", null, true)]
    [InlineData("same-site", null, true)]
    [InlineData(null, "http://127.0.0.1:5080", false)]
    [InlineData(null, "http://127.0.0.1:5081", true)]
    [InlineData(null, "null", true)]
    [InlineData("cross-site", "http://127.0.0.1:5080", true)]
    public void A_page_of_another_site_is_told_from_our_own(string? site, string? origin, bool elsewhere)
    {
        var http = new DefaultHttpContext();
        (http.Request.Scheme, http.Request.Host) = ("http", new HostString("127.0.0.1", 5080));
        if (site is not null) http.Request.Headers["Sec-Fetch-Site"] = site;
        if (origin is not null) http.Request.Headers.Origin = origin;

        SameOrigin.IsFromElsewhere(http.Request).Should().Be(elsewhere);
    }
}
