using System.Globalization;
using Supervision.Calendars;
using Supervision.RollUps;
using Supervision.Tasks;
using Supervision.Tests.Tasks;

namespace Supervision.Tests.Architecture;

/// <summary>The worked examples that officials read in docs/rules are run, row by row.</summary>
public sealed class RulePageTests
{
    public static TheoryData<string> Lights => RowsOf("docs/rules/lights.md", columns: 11);

    public static TheoryData<string> Planned => RowsOf("docs/rules/planned-progress.md", columns: 4);

    public static TheoryData<string> RolledUp => RowsOf("docs/rules/roll-up.md", columns: 5, Standings.ContainsKey);

    private static Dictionary<string, Standing> Standings { get; } = new()
    {
        ["plan"] = Standing.Plan,
        ["task"] = Standing.Open,
        ["task, closed out"] = Standing.Done,
        ["task, suspended"] = Standing.Suspended,
        ["task, withdrawn"] = Standing.Gone,
        ["task, split"] = Standing.Split,
    };

    [Theory, MemberData(nameof(Lights))]
    public void A_light_is_as_the_page_says(string row)
    {
        var cell = row.Split('|');
        var stage = Enum.Parse<TaskStage>(cell[3]);
        var inputs = new LightInputs(
            stage,
            IsClosed: (SupervisedTask.Initial with { Stage = stage }).IsClosed,
            IsUnderWay: (SupervisedTask.Initial with { Stage = stage }).IsUnderWay,
            ClockStopped: cell[9] == "yes",
            StartsOn: Day(cell[0]), DueOn: Day(cell[1]),
            SubmittedOn: stage is TaskStage.Completed or TaskStage.Appraised ? Day(cell[2]) : null,
            Returned: Number(cell[8]), ReportMissing: cell[7] != "—", Reports: Number(cell[4]),
            PointsBehind: Number(cell[5]) - Number(cell[6]));

        LightRules.Of(inputs, Day(cell[2]), WorkingCalendar.Shipped).Light.Should().Be(Enum.Parse<Light>(cell[10]));
    }

    [Theory, MemberData(nameof(Planned))]
    public void Planned_progress_is_as_the_page_says(string row)
    {
        var cell = row.Split('|');
        var task = TaskScenario.New.Given(
            TaskScenario.Registered, new TaskAssigned(TaskScenario.Assignment with { DueOn = Day(cell[1]) }, Day(cell[0]))).On(Day(cell[2]));

        TaskRules.PlannedPercent(task.Task, task.Context).Should().Be(Number(cell[3]));
    }

    [Theory, MemberData(nameof(RolledUp))]
    public void Progress_is_rolled_up_as_the_page_says(string row)
    {
        var cell = row.Split('|');
        var node = cell[1].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(child => child.Trim().Split('×'))
            .Where(child => child[1] != "—")
            .Select(child => new Contribution("node", Number(child[0]), Ratio.Parse(child[1])))
            .Aggregate(RollUpNode.New("node"), (above, child) => above.With(child))
            .Told(1, Standings[cell[0]], cell[2] == "—" ? 0 : Number(cell[2]) * 10);

        (node.Progress?.ToString() ?? "—").Should().Be(cell[3]);
        (node.Progress?.Rounded().ToString(CultureInfo.InvariantCulture) ?? "—").Should().Be(cell[4]);
    }

    // The rows of the examples begin with a date, unless another beginning is named; the head and other tables do not.
    private static TheoryData<string> RowsOf(string page, int columns, Func<string, bool>? isExample = null)
    {
        isExample ??= first => DateOnly.TryParse(first, CultureInfo.InvariantCulture, out _);
        var rows = RepositoryRoot.Read(page).Split('\n')
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == columns + 2 && isExample(cells[1]))
            .Select(cells => string.Join('|', cells[1..^1]))
            .ToArray();
        rows.Should().NotBeEmpty();
        return [.. rows];
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
