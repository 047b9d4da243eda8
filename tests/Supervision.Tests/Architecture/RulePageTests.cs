using System.Globalization;
using Supervision.Calendars;
using Supervision.Tasks;
using Supervision.Tests.Tasks;

namespace Supervision.Tests.Architecture;

/// <summary>The worked examples that officials read in docs/rules are run, row by row.</summary>
public sealed class RulePageTests
{
    public static TheoryData<string> Lights => RowsOf("docs/rules/lights.md", columns: 11);

    public static TheoryData<string> Planned => RowsOf("docs/rules/planned-progress.md", columns: 4);

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

    // Rows whose first cell is a date; the head and the lines between are not.
    private static TheoryData<string> RowsOf(string page, int columns)
    {
        var rows = RepositoryRoot.Read(page).Split('\n')
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == columns + 2 && DateOnly.TryParse(cells[1], CultureInfo.InvariantCulture, out _))
            .Select(cells => string.Join('|', cells[1..^1]))
            .ToArray();
        rows.Should().NotBeEmpty();
        return [.. rows];
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
