using System.Net;
using Supervision.Calendars;

namespace Supervision.SystemTests.Rest;

/// <summary>One task and the steps of its line, each as a request.</summary>
internal sealed class TaskOverRest(string id, Person clerk, Person director, Person liaison)
{
    public static readonly string Lead = "education";

    public static readonly DateOnly DueOn = WorkingCalendar.DayOf(TimeProvider.System.GetUtcNow()).AddDays(20);

    private static readonly object Assignment = AssignmentTo(Lead);

    private static readonly object[] Evidence = [new { name = "验收单", reference = "doc-1" }];

    public string Path => $"tasks/{id}";

    public static object AssignmentTo(string lead) =>
        new { lead, responsible = Array.Empty<string>(), cooperating = Array.Empty<string>(), dueOn = DueOn };

    public async Task<Answer> RegisterAsync() => (await clerk.PostAsync("tasks", new
    {
        task = id,
        title = $"建设城市书房 {id}",
        content = "年内建成三座",
        supervision = "Special",
        source = "Meeting",
        authority = new { basis = "常务会议决定", by = "市政府", reference = "纪要〔2026〕1号", on = DueOn.AddDays(-40), scope = "全市" },
    })).ShouldBe(HttpStatusCode.Created);

    public Task<Answer> ApproveAsync(Person? by = null) => (by ?? director).PostAsync($"{Path}/decisions", new { verdict = "Approved" });

    public Task<Answer> AssignAsync() => clerk.PostAsync($"{Path}/assignment", new { assignment = Assignment });

    public Task<Answer> AcknowledgeAsync() => liaison.PostAsync($"{Path}/acknowledgement");

    public Task<Answer> ReportAsync(int percent) =>
        liaison.PostAsync($"{Path}/reports", new { percent, text = $"完成 {percent}%" });

    public Task<Answer> ReviewAsync(bool passed) => clerk.PostAsync($"{Path}/report-review", new { passed, reason = "请补数据" });

    public Task<Answer> RequestExtensionAsync(DateOnly dueOn) =>
        liaison.PostAsync($"{Path}/extension-requests", new { dueOn, reason = "雨季停工" });

    public Task<Answer> SubmitAsync() => liaison.PostAsync($"{Path}/completion", new { reason = "三座已建成", evidence = Evidence });

    public Task<Answer> VerifyAsync(bool accepted) => clerk.PostAsync($"{Path}/verification", new { accepted, finding = "现场核查" });

    public Task<Answer> AppraiseAsync() => clerk.PostAsync($"{Path}/appraisal", new { grade = "Good", opinion = "按期完成" });

    public Task<Answer> CloseOutAsync(Person? by = null) =>
        (by ?? director).PostAsync($"{Path}/close-out", new { conclusion = "完成", deliveryReceipt = "回执 1 号" });

    public Task<Answer> ArchiveAsync() => clerk.PostAsync($"{Path}/archiving");

    public Task<Answer> ViewAsync() => clerk.GetAsync(Path);

    public async Task<string?> StageAsync() => (await ViewAsync())["stage"].GetString();

    /// <summary>Registered, approved, assigned, acknowledged.</summary>
    public async Task<TaskOverRest> UnderWayAsync()
    {
        await RegisterAsync();
        (await ApproveAsync()).ShouldBeDone();
        (await AssignAsync()).ShouldBeDone();
        (await AcknowledgeAsync()).ShouldBeDone();
        return this;
    }

    /// <summary>From under way to the point before the close-out.</summary>
    public async Task AppraisedAsync()
    {
        (await SubmitAsync()).ShouldBeDone();
        (await VerifyAsync(accepted: true)).ShouldBeDone();
        (await AppraiseAsync()).ShouldBeDone();
    }
}
