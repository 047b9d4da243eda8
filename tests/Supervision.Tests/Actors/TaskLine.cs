using Supervision.Language;
using Supervision.Tasks;
using Supervision.Tests.Tasks;

namespace Supervision.Tests.Actors;

/// <summary>One task in a city and the steps of its main line, each with a key of its own.</summary>
internal sealed class TaskLine(City city, string id = "sample-01")
{
    private static readonly EvidenceReference[] Evidence = [new("验收单", "doc-1")];

    private int _keys;

    public ITaskGrain Grain => city.Grains.GetGrain<ITaskGrain>(id);

    public string Stream => $"task/{id}";

    public CommandKey NextKey => new($"key-{++_keys}");

    public Task<Receipt> SendAsync(Caller person, TaskCommand command) => Grain.ExecuteAsync(city.As(person), command);

    public async Task<TaskView> ViewAsync() => (await Grain.ViewAsync(city.As(People.Director)))!;

    public Task<Receipt> RegisterAsync(Cadence cadence = Cadence.Monthly) => SendAsync(People.Clerk, new Register(
        NextKey, "建设城市书房", "年内建成三座", SupervisionKind.Special, TaskSource.Meeting, TaskScenario.Authority, cadence));

    public Task<Receipt> ApproveAsync() => SendAsync(People.Director, new Decide(NextKey, Verdict.Approved));

    public Task<Receipt> AssignAsync() => SendAsync(People.Clerk, new Assign(NextKey, TaskScenario.Assignment));

    public Task<Receipt> AcknowledgeAsync() => SendAsync(People.Liaison, new Acknowledge(NextKey));

    public Task<Receipt> ReportAsync(int percent) => SendAsync(People.Liaison, new ReportProgress(NextKey, percent, $"完成 {percent}%"));

    public Task<Receipt> ReviewAsync(bool passed = true) => SendAsync(People.Clerk, new ReviewReport(NextKey, passed, "请补数据"));

    public Task<Receipt> SubmitAsync() => SendAsync(People.Liaison, new SubmitCompletion(NextKey, "三座已建成", Evidence));

    public Task<Receipt> VerifyAsync(bool accepted = true) => SendAsync(People.Clerk, new Verify(NextKey, accepted, "现场核查"));

    public Task<Receipt> AppraiseAsync() => SendAsync(People.Clerk, new Appraise(NextKey, Appraisal.Good, "按期完成"));

    public Task<Receipt> CloseOutAsync() => SendAsync(People.Director, new CloseOut(NextKey, "完成", "回执 1 号"));

    public Task<Receipt> ArchiveAsync() => SendAsync(People.Clerk, new Archive(NextKey));

    public async Task<TaskLine> UnderWayAsync(Cadence cadence = Cadence.Monthly)
    {
        (await RegisterAsync(cadence)).ShouldBeDone();
        (await ApproveAsync()).ShouldBeDone();
        (await AssignAsync()).ShouldBeDone();
        (await AcknowledgeAsync()).ShouldBeDone();
        return this;
    }
}

internal static class ReceiptAssertions
{
    public static Receipt.Done ShouldBeDone(this Receipt receipt) =>
        receipt.Should().BeOfType<Receipt.Done>($"it was answered {receipt}").Which;

    public static void ShouldBeRefused(this Receipt receipt, Refusal refusal) =>
        receipt.Should().BeOfType<Receipt.Refused>().Which.Code.Should().Be(refusal.Code);
}
