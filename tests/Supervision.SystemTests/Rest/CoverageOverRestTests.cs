using System.IO.Compression;
using System.Net;
using System.Text;
using Supervision.Calendars;

namespace Supervision.SystemTests.Rest;

/// <summary>What is not covered of an accepted plan, as an office asks for it.</summary>
[Collection(DemoServer.Name)]
public sealed class CoverageOverRestTests(DemoServer server)
{
    [Fact]
    public async Task Holes_trend_and_matrix_of_an_accepted_plan_tell_the_same()
    {
        var accepted = await PlanOverRest.AcceptAsync(server.Clerk, server.Director, SamplePlan.Of("覆盖"), "coverage.md");
        var plan = $"plan={accepted.Plan}";

        var page = (await server.Clerk.GetAsync($"coverage?{plan}&limit=200")).ShouldBeDone();
        var holes = page["items"].EnumerateArray().ToArray();
        holes.Should().HaveCount((int)page["total"].GetInt64());
        holes.Should().OnlyContain(hole => hole.GetProperty("code").GetString()!.StartsWith("coverage."));
        holes.Should().OnlyContain(hole => hole.GetProperty("sentence").GetProperty("chinese").GetString() != "");
        var indicators = (await server.Clerk.GetAsync($"coverage?{plan}&kind=NoIndicator&limit=200")).ShouldBeDone();
        indicators["items"].EnumerateArray().Should().HaveCount(holes.Count(hole => hole.GetProperty("kind").GetString() == "NoIndicator"));

        var today = WorkingCalendar.DayOf(TimeProvider.System.GetUtcNow());
        var days = (await server.Clerk.GetAsync($"coverage/trend?{plan}&from={today.AddDays(-1):O}&to={today:O}")).ShouldBeDone()["days"].EnumerateArray().ToArray();
        days.Should().HaveCount(2);
        days[1].GetProperty("total").GetInt64().Should().Be(page["total"].GetInt64(), "today ends with what is open now");

        var matrix = (await server.Clerk.GetAsync($"coverage/matrix?{plan}")).ShouldBeDone();
        matrix["rows"].EnumerateArray().Should().HaveCount(SamplePlan.Items).And.OnlyContain(row =>
            row.GetProperty("cells").EnumerateArray().Any(cell => cell.GetProperty("agency").GetString() == TaskOverRest.Lead));
        (await server.Clerk.GetAsync($"plans/{accepted.Plan}/progress")).ShouldBeDone();
    }

    [Fact]
    public async Task The_matrix_goes_out_as_a_sheet_and_as_a_workbook()
    {
        var accepted = await PlanOverRest.AcceptAsync(server.Clerk, server.Director, SamplePlan.Of("矩阵"), "matrix.md");

        var csv = await server.Clerk.DownloadAsync($"coverage/matrix.csv?plan={accepted.Plan}");
        var xlsx = await server.Clerk.DownloadAsync($"coverage/matrix.xlsx?plan={accepted.Plan}");

        Encoding.UTF8.GetString(csv).TrimEnd().Split('\n').Should().HaveCount(SamplePlan.Items + 1, "one line an item below the head");
        using var workbook = new ZipArchive(new MemoryStream(xlsx));
        workbook.Entries.Should().Contain(entry => entry.FullName == "xl/workbook.xml");
    }

    [Fact]
    public async Task A_plan_that_is_not_there_and_a_span_of_days_that_is_none_are_refused()
    {
        (await server.Clerk.GetAsync("coverage?plan=no-such-plan")).ShouldBe(HttpStatusCode.NotFound).Code.Should().Be("plan.not-found");
        (await server.Clerk.GetAsync("coverage/matrix?plan=no-such-plan")).ShouldBe(HttpStatusCode.NotFound);
        (await server.Clerk.GetAsync("coverage/trend?plan=no-such-plan&from=2026-02-01&to=2026-01-01")).Code.Should().Be("register.days-out-of-range");
    }
}
