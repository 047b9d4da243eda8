using System.Net;
using Supervision.Api.Notices.Webhooks;
using Supervision.Language;
using Supervision.Notices;
using Supervision.Tests.Actors;
using Supervision.Tests.Tasks;
using Supervision.Webhooks;

namespace Supervision.Tests.Notices;

/// <summary>From a recorded fact to a server outside, over TLS, with everything that goes wrong on the way.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    private static readonly Caller Opener = People.Of("sysadmin", People.Office, Role.SystemAdministrator);
    private static readonly Caller Approver = People.Of("secadmin", People.Office, Role.SecurityAdministrator);
    private static readonly WebhookId Im = new("im");

    private NoticeCity _city = null!;
    private Receiver _receiver = null!;
    private int _keys;

    private IWebhooksGrain Webhooks => _city.City.Grains.GetGrain<IWebhooksGrain>(IWebhooksGrain.All);

    public async ValueTask InitializeAsync()
    {
        _receiver = await Receiver.StartAsync();
        _city = await NoticeCity.FoundAsync(People.Clerk);
    }

    public async ValueTask DisposeAsync()
    {
        await _city.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task What_comes_after_the_approval_is_told_once_signed_and_in_order()
    {
        var task = await AssignedAsync();
        await OpenAsync();
        (await RoundAsync()).Should().Be(0, "nothing goes before the approval");
        await ApproveAsync();
        await task.AcknowledgeAsync();
        await task.ReportAsync(10);

        (await RoundAsync()).Should().Be(2);
        (await RoundAsync()).Should().Be(0);

        _receiver.Told.Should().OnlyContain(told => told.IsSigned);
        Notices().Should().Equal("acknowledged", "reported");
    }

    [Fact]
    public async Task A_receiver_that_fails_is_told_again_later_and_nothing_overtakes()
    {
        await OpenAsync();
        await ApproveAsync();
        var task = await AssignedAsync();
        await task.AcknowledgeAsync();
        foreach (var answer in (int[])[500, 503, 302])
            _receiver.Answers.Enqueue(answer);

        for (var round = 0; round < 6; round++)
        {
            await RoundAsync();
            _city.City.Time.Advance(TimeSpan.FromMinutes(30));
        }

        var first = _receiver.Told.First().Delivery;
        _receiver.Told.Take(4).Should().OnlyContain(told => told.Delivery == first, "three failures and then it was taken");
        Notices().Distinct().Should().HaveCount(Notices().Count, "each once, doubles dropped by their id");
        var last = (await Webhooks.ListAsync(_city.City.As(Opener)))!.Single().Delivery.Last;
        last.Select(tried => tried.Status).Should().Contain([500, 503, 302]);
        last.Single(tried => tried.Status == 302).Error.Should().Contain("redirects are not followed");
    }

    [Fact]
    public async Task A_slow_receiver_is_left_and_tried_again()
    {
        await OpenAsync();
        await ApproveAsync();
        await AssignedAsync();
        _receiver.Answers.Enqueue(-1);

        (await RoundAsync(patience: TimeSpan.FromSeconds(1))).Should().Be(0);
        _city.City.Time.Advance(TimeSpan.FromMinutes(2));
        (await RoundAsync()).Should().BePositive();
    }

    [Fact]
    public async Task Two_gateways_tell_one_at_a_time_and_a_dead_one_is_followed_by_the_other()
    {
        await OpenAsync();
        await ApproveAsync();
        var task = await AssignedAsync();
        await task.AcknowledgeAsync();
        await _city.ReadOnAsync();
        using var transport = Transport();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Round(transport).RunAsync(default)));
        _receiver.AtOnceMax.Should().Be(1);
        Notices().Should().OnlyHaveUniqueItems();

        // One takes the right to tell and is not heard of again.
        (await Webhooks.TakeAsync(_city.City.As(Gateway), Im)).Should().NotBeNull();
        await task.ReportAsync(10);
        (await RoundAsync()).Should().Be(0);
        _city.City.Time.Advance(TimeSpan.FromMinutes(3));
        (await RoundAsync()).Should().Be(1);
    }

    [Fact]
    public async Task A_name_that_comes_to_mean_this_machine_reaches_nothing()
    {
        await OpenAsync();
        await ApproveAsync();
        await AssignedAsync();
        await _city.ReadOnAsync();
        var lookups = 0;
        // It was accepted when it was public. Now a connection would go to this machine, and the next look would find it public again.
        using var transport = new WebhookTransport(
            _city.City.Time, (_, _) => Task.FromResult<IPAddress[]>(++lookups > 1 ? [IPAddress.Parse("8.8.8.8")] : [IPAddress.Loopback]), tls: _receiver.Trust);

        (await Round(transport).RunAsync(default)).Should().Be(0);

        lookups.Should().Be(1);
        _receiver.Told.Should().BeEmpty();
        (await Webhooks.ListAsync(_city.City.As(Opener)))!.Single().Delivery.Last.Single().Error.Should().Contain("not an address of the world outside");
    }

    [Fact]
    public async Task One_private_address_among_public_ones_is_enough_to_go_nowhere()
    {
        using var transport = new WebhookTransport(
            _city.City.Time, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("8.8.8.8"), IPAddress.Loopback]), tls: _receiver.Trust);

        var (outcome, tried) = await transport.SendAsync(new WebhookOrder(_receiver.Url, Receiver.Secret, FeedStand.Nowhere), "x", [], default);

        (outcome, tried.Status).Should().Be((SendOutcome.Failed, null));
        _receiver.Told.Should().BeEmpty();
    }

    [Fact]
    public async Task A_receiver_that_says_gone_is_left_alone_until_an_administrator_resumes()
    {
        await OpenAsync();
        await ApproveAsync();
        await AssignedAsync();
        _receiver.Answers.Enqueue(410);
        await RoundAsync();
        _city.City.Time.Advance(TimeSpan.FromDays(1));
        (await RoundAsync()).Should().Be(0);

        (await Webhooks.ResumeAsync(_city.City.As(Approver), Im)).Should().BeOfType<Receipt.Refused>();
        (await Webhooks.ResumeAsync(_city.City.As(Opener), Im)).ShouldBeDone();
        (await RoundAsync()).Should().BePositive();
    }

    [Fact]
    public async Task The_secret_is_not_in_the_ledger_and_goes_with_the_webhook()
    {
        await OpenAsync();
        (await _city.City.FactsAsync("webhooks/all")).Should().ContainSingle().Which.Should().BeOfType<WebhookOpened>()
            .Which.ToString().Should().NotContain(Receiver.Secret);

        (await Webhooks.ExecuteAsync(_city.City.As(Opener), new CloseWebhook(NextKey, Im, "停用"))).ShouldBeDone();
        (await Webhooks.FindOrderAsync(_city.City.As(Gateway), Im)).Should().BeNull();
        (await Webhooks.ListAsync(_city.City.As(People.Clerk))).Should().BeNull();
    }

    private static Caller Gateway => People.Of("gateway", People.Office, Role.Gateway);

    private CommandKey NextKey => new($"webhook-{++_keys}");

    private async Task OpenAsync() =>
        (await Webhooks.ExecuteAsync(_city.City.As(Opener), new OpenWebhook(NextKey, Im, _receiver.Url, Receiver.Secret))).ShouldBeDone();

    private async Task ApproveAsync() =>
        (await Webhooks.ExecuteAsync(_city.City.As(Approver), new ApproveWebhook(NextKey, Im))).ShouldBeDone();

    private async Task<TaskLine> AssignedAsync()
    {
        var task = new TaskLine(_city.City);
        await task.RegisterAsync();
        await task.ApproveAsync();
        await task.AssignAsync();
        return task;
    }

    private async Task<int> RoundAsync(TimeSpan? patience = null)
    {
        await _city.ReadOnAsync();
        using var transport = Transport(patience);
        return await Round(transport).RunAsync(default);
    }

    // The receiver stands on this machine; its name is looked up here and the guard is told to let it pass.
    private WebhookTransport Transport(TimeSpan? patience = null) => new(
        _city.City.Time, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]), _ => true, patience, _receiver.Trust);

    private WebhookRound Round(WebhookTransport transport) => new(_city.City.Grains, _city.Callers, _city.WebhookDesk, transport);

    // The kinds told, doubles dropped by the id of the delivery as a receiver does.
    private IReadOnlyList<string> Notices() => [.. _receiver.Told.DistinctBy(told => told.Delivery)
        .SelectMany(told => told.Body.GetProperty("notices").EnumerateArray()).Select(notice => notice.GetProperty("kind").GetString()!)];
}
