using Supervision.Language;
using Supervision.Processes;
using Supervision.Schemes;
using Supervision.Tasks;
using Supervision.Tests.Actors;
using Supervision.Tests.Tasks;
using static Supervision.Tests.Schemes.SchemeScenario;

namespace Supervision.Tests.Schemes;

/// <summary>A scheme from its first draft to its second version, through the shipped definition.</summary>
public sealed class SchemeLifeTests : IAsyncLifetime
{
    private City _city = null!;
    private int _keys;

    private ISchemeGrain Grain => _city.Grains.GetGrain<ISchemeGrain>(Code.Value);

    public async ValueTask InitializeAsync() => _city = await City.FoundAsync();

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    [Fact]
    public async Task It_is_frozen_by_the_word_of_two_and_returned_by_the_no_of_either()
    {
        (await SendAsync(People.Clerk, key => new DraftScheme(key, Scheme.Write()))).ShouldBeDone();
        (await SendAsync(People.Clerk, key => new SubmitScheme(key))).ShouldBeDone();
        (await SendAsync(People.Leader, key => new DecideScheme(key, Verdict.Approved))).ShouldBeRefused(SchemeRefusals.ApprovalNotYours);
        (await SendAsync(People.Director, key => new DecideScheme(key, Verdict.Rejected, "权重需再议"))).ShouldBeDone();
        (await StageAsync()).Should().Be(SchemeStage.Drafted);

        (await SendAsync(People.Clerk, key => new SubmitScheme(key))).ShouldBeDone();
        (await SendAsync(People.Director, key => new DecideScheme(key, Verdict.Approved))).ShouldBeDone();
        (await StageAsync()).Should().Be(SchemeStage.Submitted);
        (await Grain.ViewAsync(_city.As(People.Liaison))).Should().BeNull("nothing is in force yet");
        (await SendAsync(People.Leader, key => new DecideScheme(key, Verdict.Approved))).ShouldBeDone();

        var view = (await Grain.ViewAsync(_city.As(People.Liaison)))!;
        (view.Stage, view.InForce).Should().Be((SchemeStage.Frozen, SchemeVersion.Of(Scheme)));
        (await _city.FactsAsync("scheme/" + Code)).OfType<SchemeFrozen>().Should().ContainSingle();
    }

    [Fact]
    public async Task A_change_goes_the_same_way_and_is_compared_with_what_it_changes()
    {
        await FreezeFirstAsync();
        (await SendAsync(People.Clerk, key => new ReopenScheme(key, "上级调整权重"))).ShouldBeDone();
        var changed = Scheme with { Version = 2, BonusMax = 3 };
        (await SendAsync(People.Clerk, key => new DraftScheme(key, changed.Write()))).ShouldBeDone();

        (await Grain.DifferenceAsync(_city.As(People.Clerk), 2))!.Changes.Select(change => change.Place).Should().Equal("bonusMax", "version");
        (await Grain.DifferenceAsync(_city.As(People.Liaison), 2)).Should().BeNull("a draft is nobody's but the office's");
        await ApproveAsync();

        var versions = (await Grain.VersionsAsync(_city.As(People.Liaison)))!;
        versions.Select(one => (one.Version.Version, one.Reason, one.Scheme))
            .Should().Equal((1, null, Scheme.Write()), (2, "上级调整权重", changed.Write()));
        (await Grain.DifferenceAsync(_city.As(People.Liaison), 2))!.Reason.Should().Be("上级调整权重");
        (await Grain.HistoryAsync(_city.As(People.Clerk)))!.Entries.Select(entry => $"{entry.Account} {entry.What.Chinese}").Should().Equal(
            "clerk 写入草案", "clerk 第 1 版报审（提示 0 条）", "director 同意", "leader 同意", "leader 冻结为第 1 版",
            "clerk 启动修订：上级调整权重", "clerk 写入草案", "clerk 写入草案", "clerk 第 2 版报审（提示 0 条）", "director 同意", "leader 同意", "leader 冻结为第 2 版");
        (await Grain.HistoryAsync(_city.As(People.Liaison))).Should().BeNull();
        (await Grain.DifferenceAsync(_city.As(People.Clerk), 1)).Should().BeNull("there was nothing before the first");
    }

    [Fact]
    public async Task A_change_abandoned_under_approval_leaves_no_process_and_another_can_begin()
    {
        await FreezeFirstAsync();
        (await SendAsync(People.Clerk, key => new ReopenScheme(key, "上级调整权重"))).ShouldBeDone();
        (await SendAsync(People.Clerk, key => new DraftScheme(key, (Scheme with { Version = 2, BonusMax = 3 }).Write()))).ShouldBeDone();
        (await SendAsync(People.Clerk, key => new SubmitScheme(key))).ShouldBeDone();

        (await SendAsync(People.Clerk, key => new AbandonSchemeChange(key, "文件撤回"))).ShouldBeDone();

        (await SendAsync(People.Director, key => new DecideScheme(key, Verdict.Approved))).ShouldBeRefused(SchemeRefusals.ApprovalNotYours);
        (await Grain.ViewAsync(_city.As(People.Clerk)))!.Should().Match<SchemeView>(view =>
            view.Stage == SchemeStage.Frozen && view.Content.Version == 1 && view.Waits.Count == 0);
        (await SendAsync(People.Clerk, key => new ReopenScheme(key, "再次调整"))).ShouldBeDone();
        (await StageAsync()).Should().Be(SchemeStage.Reopened);
    }

    [Fact]
    public async Task Sent_twice_and_read_from_its_ledger_it_is_the_same()
    {
        var draft = new DraftScheme(new("once"), Scheme.Write());
        var first = await Grain.ExecuteAsync(_city.As(People.Clerk), draft);
        (await SendAsync(People.Clerk, key => new SubmitScheme(key))).ShouldBeDone();

        (await Grain.ExecuteAsync(_city.As(People.Clerk), draft)).Should().Be(first, "the answer to a key is kept, whatever came after");

        var facts = await _city.FactsAsync("scheme/" + Code);
        facts.Aggregate(SchemeState.Initial, (state, fact) => state.Evolve(fact)).Draft.Should().Be(Scheme.Write());
        facts.OfType<SchemeDrafted>().Should().ContainSingle();
    }

    [Fact]
    public async Task A_draft_whose_process_a_designer_ends_is_not_lost()
    {
        (await SendAsync(People.Clerk, key => new DraftScheme(key, Scheme.Write()))).ShouldBeDone();
        var designer = People.Of("designer", People.Office, Role.Designer);
        ProcessActors.StreamOf("scheme", Code.Value).Should().Be(Grain.GetGrainId().ToString());
        (await Grain.ExecuteAsync(_city.As(designer), new AbortProcess(new("abort"), "approval", "重新开始"))).ShouldBeDone();
        (await SendAsync(People.Clerk, key => new SubmitScheme(key))).ShouldBeRefused(SchemeRefusals.NotWaiting);

        (await SendAsync(People.Clerk, key => new DraftScheme(key, Scheme.Write()))).ShouldBeDone();

        (await SendAsync(People.Clerk, key => new SubmitScheme(key))).ShouldBeDone();
    }

    private async Task FreezeFirstAsync()
    {
        (await SendAsync(People.Clerk, key => new DraftScheme(key, Scheme.Write()))).ShouldBeDone();
        await ApproveAsync();
    }

    private async Task ApproveAsync()
    {
        (await SendAsync(People.Clerk, key => new SubmitScheme(key))).ShouldBeDone();
        (await SendAsync(People.Director, key => new DecideScheme(key, Verdict.Approved))).ShouldBeDone();
        (await SendAsync(People.Leader, key => new DecideScheme(key, Verdict.Approved))).ShouldBeDone();
    }

    private async Task<SchemeStage> StageAsync() => (await Grain.ViewAsync(_city.As(People.Clerk)))!.Stage;

    private Task<Receipt> SendAsync(Caller person, Func<CommandKey, SchemeCommand> command) =>
        Grain.ExecuteAsync(_city.As(person), command(new($"key-{++_keys}")));
}
