using CsCheck;
using Supervision.Agencies;
using Supervision.Api.Imports;
using Supervision.Imports;
using Supervision.Language;
using Supervision.Tasks;
using Supervision.Tests.Tasks;

namespace Supervision.Tests.Imports;

/// <summary>Any register goes out and comes back unchanged; what is edited on the way is exactly what changes.</summary>
public sealed class TaskRoundTripTests
{
    private static readonly Agency[] Objects =
        [.. Organisation.Shipped.All.Where(agency => agency.Kind is AgencyKind.Department or AgencyKind.County && (agency.Parent is null))];

    private static readonly string[] Hard =
        ["=SUM(A1)", "-2", "@x", "'=1", "_x000D_", "a\r\nb", "2026-06-30", "0.1", "TRUE", "新县", "\uFFFEx", "  x"];

    // Words that sheets, formulas, XML and CSV are hard on.
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String["建设城市书房,;、\"'=+-@ \tabcAZ09<>&\n\r_x0041_＝"].Where(text => text.Trim().Trim('\'').Length > 0),
        Gen.OneOf(Hard)).Select(text => text.Length > 100 ? text[..100] : text);

    private static readonly Gen<Assignment> On =
        from agencies in Gen.Shuffle(Objects).Select(all => all.Take(4).Select(agency => agency.Code).ToArray())
        from cooperating in Gen.Int[1, 3]
        from days in Gen.Int[0, 3000]
        from skip in Gen.OneOf(new string?[] { null, "理由" })
        select new Assignment(agencies[0], agencies[1..cooperating], agencies[cooperating..], TaskScenario.Today.AddDays(days), skip);

    private static readonly Gen<TaskView> Task =
        from id in Gen.Int[1, 1_000_000]
        from external in Gen.Bool
        from title in Text
        from content in Text
        from kind in Gen.Enum<SupervisionKind>()
        from source in Gen.Enum<TaskSource>()
        from basis in Text
        from cadence in Gen.Enum<Cadence>()
        from given in On
        from stage in Gen.Int[0, 2]
        select ViewOf(
            new TaskRegistered(
                external ? ExternalIds.TaskOf("list", $"n-{id}") : new TaskId($"t-{id}"), title.Trim(), content.Trim(), kind, source,
                TaskScenario.Authority with { Basis = basis.Replace('\n', ' ') }, cadence, Proposed: stage == 0 ? null : given),
            stage == 2 ? given : null);

    private static TaskContext Context => TaskScenario.New.Context;

    [Fact]
    public void Any_register_comes_back_unchanged() => Task.Array[0, 12].Sample(tasks =>
    {
        var there = tasks.DistinctBy(task => task.Task).ToDictionary(task => task.Task.Value);
        if (there.Count == 0)
            return;

        Checked(there, there.Values.Select(TaskCells.Of)).Select(Said).Should().OnlyContain(said => said == "Unchanged ");
    }, iter: 150);

    [Fact]
    public void What_was_edited_is_exactly_what_changes() => Gen.Select(Task.Array[1, 8], Gen.Bool.Array[8, 8], Gen.Bool, On).Sample((tasks, edited, both, on) =>
    {
        var there = tasks.DistinctBy(task => task.Task).ToDictionary(task => task.Task.Value);
        var expected = new List<string>();
        var rows = there.Values.Select(TaskCells.Of).Select((row, n) =>
        {
            var after = row with { DueOn = (row.DueOn ?? on.DueOn).AddDays(1), Lead = row.Lead ?? on.Lead, Title = both ? row.Title + "改" : row.Title };
            var columns = new[] { both ? "标题" : null, row.Lead is null ? "牵头单位" : null, "期限" }.OfType<string>();
            expected.Add(edited[n] ? string.Join(',', columns) : "");
            return edited[n] ? after : row;
        }).ToList();

        Checked(there, rows).Select(row => string.Join(',', row.Changes.Select(change => change.Column))).Should().Equal(expected);
    }, iter: 100);

    [Fact]
    public void Cells_of_noise_are_rows_with_a_code_and_never_an_exception() =>
        Gen.Select(Text, Gen.String, Gen.Int[0, TaskForm.Form.Columns.Count - 1], Gen.Int[0, TaskForm.Form.Columns.Count - 1]).Sample((one, other, i, j) =>
        {
            var cells = TaskForm.Form.Columns.Select((column, n) => (column, n == i ? one : n == j ? other : column.Show(TaskSheets.Sample, Organisation.Shipped))).ToList();
            var row = TaskChecks.Check(1, new TaskId("t-1"), null, cells, People.Clerk, Context);

            return row.Outcome is RowOutcome.New || (row.Problems.Count > 0 && row.Problems.All(problem => problem.Code.Length > 0 && !problem.Chinese.Contains("{0}", StringComparison.Ordinal)));
        }, iter: 2_000);

    private static IEnumerable<ImportRow> Checked(Dictionary<string, TaskView> there, IEnumerable<TaskCells> rows)
    {
        var sheet = ReadSheet<TaskCells>.Of(TaskForm.Form, TaskSheets.Of(rows), "a.xlsx");
        foreach (var line in sheet.Lines)
        {
            var id = TaskForm.Form.Read(TaskCells.Empty, line.Cells, Organisation.Shipped).Row.Task;
            yield return TaskChecks.Check(line.Number, new TaskId(id), there[id], line.Cells, People.Clerk, Context);
        }
    }

    private static string Said(ImportRow row) =>
        $"{row.Outcome} {string.Join(',', row.Changes)}{string.Join(',', row.Problems.Select(problem => $"{problem.Column} {problem.English}"))}";

    private static TaskView ViewOf(TaskRegistered registered, Assignment? on)
    {
        var task = SupervisedTask.Initial.Evolve(registered);
        if (on is not null)
            task = task.Evolve(new TaskAssigned(on, TaskScenario.Today));
        return TaskViews.Of(task, 1, People.Clerk, Context with { TaskId = registered.Task });
    }
}
