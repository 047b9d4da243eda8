using System.Globalization;
using System.Text.Json.Nodes;
using Supervision.Calendars;
using Supervision.Language;

namespace Supervision.Tests.Stories;

/// <summary>A year of one task, played through REST by five people and told by its history.</summary>
/// <remarks>
/// The timeline is written by hand from the rules: three working days to acknowledge, a reminder one before; a report owed by the
/// last working day of each month, a returned one owed again; 34 working days stood still from 15 June to 2 August 2026.
/// </remarks>
public sealed class YearOfOneTaskTests
{
    private const string Task = "tasks/reading-rooms";

    private static readonly string[] Told =
    [
        "03-02 clerk: 立项《建设城市书房》",
        "03-02 director: 审批同意",
        "03-02 clerk: 交办：牵头 信阳市教育局，期限 2026-11-30",
        "03-02 follower for clerk: 编发文号 信政督〔2026〕1号",
        "03-04 clock: 自动催办（第 1 次）",
        "03-06 clock: 无人应答，升级至联络员",
        "03-06 clock: 自动催办（第 2 次）",
        "03-06 liaison: 签收",
        "03-30 handler: 第 1 次反馈 10%（计划 10%）：完成选址",
        "03-30 clerk: 第 1 次反馈退回：请写明三座的地址",
        "03-31 liaison: 第 2 次反馈 10%（计划 10%）：选址三处：羊山、浉河、平桥",
        "03-31 clerk: 第 2 次反馈审核通过",
        "04-29 head for liaison: 第 3 次反馈 25%（计划 21%）：一座开工",
        "04-29 clerk: 第 3 次反馈审核通过",
        "06-03 clock: 未报送 2026-05 的进展",
        "06-03 clerk: 催办（第 3 次）：请补报五月进展",
        "06-03 liaison: 第 4 次反馈 45%（计划 34%）：两座开工",
        "06-03 clerk: 第 4 次反馈审核通过",
        "06-15 director: 停表：汛期停工",
        "08-03 director: 恢复计时，顺延 34 个工作日，2026-11-30 → 2027-01-15",
        "08-28 handler: 第 5 次反馈 60%（计划 56%）：三座开工",
        "08-28 clerk: 第 5 次反馈审核通过",
        "08-28 liaison: 申请延期至 2027-02-26：汛期后材料紧缺",
        "08-31 director: 审批同意：下不为例",
        "08-31 director: 同意延期，2027-01-15 → 2027-02-26",
        "09-29 liaison: 第 6 次反馈 70%（计划 58%）：完成 70%",
        "09-29 clerk: 第 6 次反馈审核通过",
        "10-29 liaison: 第 7 次反馈 80%（计划 66%）：完成 80%",
        "10-29 clerk: 第 7 次反馈审核通过",
        "11-27 liaison: 第 8 次反馈 95%（计划 74%）：完成 95%",
        "11-27 clerk: 第 8 次反馈审核通过",
        "12-30 liaison: 第 9 次反馈 100%（计划 83%）：完成 100%",
        "12-30 clerk: 第 9 次反馈审核通过",
        "01-11 liaison: 报送办结：三座建成",
        "01-13 clerk: 退回重办（第 2 次）：平桥一座尚未开放",
        "01-25 liaison: 报送办结：三座均已开放",
        "01-27 clerk: 核查属实：现场核查，三座均开放",
        "01-27 clerk: 评价“良好”：延期一次，质量良好",
        "01-29 director: 销号：完成",
        "01-29 clerk: 归档",
    ];

    [Fact]
    public async Task Five_people_bring_a_task_through_silence_absence_a_stopped_clock_and_an_extension()
    {
        await using var city = await CityGateway.OpenAsync();
        await city.EmployAsync("clerk", "陈明", "government-office", Role.OfficeClerk);
        await city.EmployAsync("director", "周正", "government-office", Role.OfficeDirector);
        await city.EmployAsync("liaison", "高敏", "education", Role.Liaison);
        await city.EmployAsync("handler", "石磊", "education", Role.Handler);
        await city.EmployAsync("head", "梁静", "education", Role.AgencyHead);

        await RegisterAsync(city);
        await AcknowledgeLateAsync(city);
        await ReportAsync(city);
        await StandStillAsync(city);
        await CompleteAsync(city);

        var history = await city.SendAsync("clerk", HttpMethod.Get, $"{Task}/history");
        var lines = history["entries"]!.AsArray().Select(entry => Line(entry!.AsObject())).ToList();
        lines.Should().Equal(Told);
    }

    private static async Task RegisterAsync(CityGateway city)
    {
        await city.SendAsync("clerk", HttpMethod.Post, "tasks", new
        {
            task = "reading-rooms",
            title = "建设城市书房",
            content = "年内建成三座城市书房并开放",
            supervision = "Special",
            source = "LeaderInstruction",
            authority = new { basis = "市长批示", by = "市长", reference = "信政批〔2026〕3号", on = "2026-02-27", scope = "全市" },
            cadence = "Monthly",
        });
        await city.SendAsync("director", HttpMethod.Post, $"{Task}/decisions", new { verdict = "Approved" });
        await city.SendAsync("clerk", HttpMethod.Post, $"{Task}/assignment", new
        {
            assignment = new { lead = "education", responsible = Array.Empty<string>(), cooperating = new[] { "finance" }, dueOn = "2026-11-30" },
        });
        await city.City.SettleAsync();
    }

    // Three working days to acknowledge pass in silence; the process reminds and climbs by itself.
    private static async Task AcknowledgeLateAsync(CityGateway city)
    {
        await city.City.GoToAsync(new(2026, 3, 4));
        await city.City.GoToAsync(new(2026, 3, 6));
        await city.SendAsync("liaison", HttpMethod.Post, $"{Task}/acknowledgement");
    }

    private static async Task ReportAsync(CityGateway city)
    {
        await city.City.GoToAsync(new(2026, 3, 30));
        await city.SendAsync("handler", HttpMethod.Post, $"{Task}/reports", new { percent = 10, text = "完成选址" });
        await city.SendAsync("clerk", HttpMethod.Post, $"{Task}/report-review", new { passed = false, reason = "请写明三座的地址" });
        await city.City.GoToAsync(new(2026, 3, 31));
        await city.SendAsync("liaison", HttpMethod.Post, $"{Task}/reports", new { percent = 10, text = "选址三处：羊山、浉河、平桥" });
        await city.SendAsync("clerk", HttpMethod.Post, $"{Task}/report-review", new { passed = true });
        // The liaison is away in April; the head stands in, and reports as the liaison.
        await city.SendAsync("liaison", HttpMethod.Post, "accounts/liaison/absence", new { from = "2026-04-20", to = "2026-05-08", substitute = "head", reason = "培训" });
        await city.City.GoToAsync(new(2026, 4, 29));
        await city.SendAsync("head", HttpMethod.Post, $"{Task}/reports", new { percent = 25, text = "一座开工" }, onBehalfOf: "liaison");
        await city.SendAsync("clerk", HttpMethod.Post, $"{Task}/report-review", new { passed = true });
        // Nothing comes for May.
        await city.City.GoToAsync(new(2026, 6, 3));
        await city.SendAsync("clerk", HttpMethod.Post, $"{Task}/expedites", new { text = "请补报五月进展" });
        await city.SendAsync("liaison", HttpMethod.Post, $"{Task}/reports", new { percent = 45, text = "两座开工" });
        await city.SendAsync("clerk", HttpMethod.Post, $"{Task}/report-review", new { passed = true });
    }

    private static async Task StandStillAsync(CityGateway city)
    {
        await city.City.GoToAsync(new(2026, 6, 15));
        await city.SendAsync("director", HttpMethod.Post, $"{Task}/clock-stop", new { reason = "汛期停工" });
        await city.City.GoToAsync(new(2026, 8, 3));
        await city.SendAsync("director", HttpMethod.Post, $"{Task}/clock-resumption");
        await city.City.GoToAsync(new(2026, 8, 28));
        await city.SendAsync("handler", HttpMethod.Post, $"{Task}/reports", new { percent = 60, text = "三座开工" });
        await city.SendAsync("clerk", HttpMethod.Post, $"{Task}/report-review", new { passed = true });
        await city.SendAsync("liaison", HttpMethod.Post, $"{Task}/extension-requests", new { dueOn = "2027-02-26", reason = "汛期后材料紧缺" });
        await city.City.GoToAsync(new(2026, 8, 31));
        await city.SendAsync("director", HttpMethod.Post, $"{Task}/decisions", new { verdict = "Approved", opinion = "下不为例" });
    }

    private static async Task CompleteAsync(CityGateway city)
    {
        foreach (var (day, percent) in new[] { (new DateOnly(2026, 9, 29), 70), (new DateOnly(2026, 10, 29), 80), (new DateOnly(2026, 11, 27), 95), (new DateOnly(2026, 12, 30), 100) })
        {
            await city.City.GoToAsync(day);
            await city.SendAsync("liaison", HttpMethod.Post, $"{Task}/reports", new { percent, text = $"完成 {percent}%" });
            await city.SendAsync("clerk", HttpMethod.Post, $"{Task}/report-review", new { passed = true });
        }

        var evidence = new[] { new { name = "验收单", reference = "doc-1" } };
        await city.City.GoToAsync(new(2027, 1, 11));
        await city.SendAsync("liaison", HttpMethod.Post, $"{Task}/completion", new { reason = "三座建成", evidence });
        await city.City.GoToAsync(new(2027, 1, 13));
        await city.SendAsync("clerk", HttpMethod.Post, $"{Task}/verification", new { accepted = false, finding = "平桥一座尚未开放" });
        await city.City.GoToAsync(new(2027, 1, 25));
        await city.SendAsync("liaison", HttpMethod.Post, $"{Task}/completion", new { reason = "三座均已开放", evidence });
        await city.City.GoToAsync(new(2027, 1, 27));
        await city.SendAsync("clerk", HttpMethod.Post, $"{Task}/verification", new { accepted = true, finding = "现场核查，三座均开放" });
        await city.SendAsync("clerk", HttpMethod.Post, $"{Task}/appraisal", new { grade = "Good", opinion = "延期一次，质量良好" });
        await city.City.GoToAsync(new(2027, 1, 29));
        await city.SendAsync("director", HttpMethod.Post, $"{Task}/close-out", new { conclusion = "完成", deliveryReceipt = "回执 1 号" });
        await city.SendAsync("clerk", HttpMethod.Post, $"{Task}/archiving");
    }

    private static string Line(JsonObject entry) => string.Create(CultureInfo.InvariantCulture,
        $"{WorkingCalendar.DayOf(entry["at"]!.GetValue<DateTimeOffset>()):MM-dd} {entry["account"]}{(entry["onBehalfOf"] is { } absent ? $" for {absent}" : "")}: {entry["what"]!["chinese"]}");
}
