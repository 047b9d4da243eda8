using System.Globalization;
using System.Text.Json;
using Supervision.Indicators;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Tests.Architecture;

namespace Supervision.Tests.Indicators;

/// <summary>The worked examples of docs/rules/indicators.md, row by row.</summary>
public sealed class IndicatorPageTests
{
    private const string None = "—";

    public static TheoryData<string> Measured => RowsOf(10, first => Enum.TryParse<Direction>(first, out _));

    public static TheoryData<string> Expected => RowsOf(10, first => DateOnly.TryParse(first, CultureInfo.InvariantCulture, out _));

    [Theory, MemberData(nameof(Measured))]
    public void Measured_progress_is_as_the_page_says(string row)
    {
        var cell = row.Split('|');
        var indicator = Of(Enum.Parse<IndicatorKind>(cell[1]), Enum.Parse<Direction>(cell[0]), cell[2], cell[3], cell[4]);
        var value = ValueOf(cell[5], cell[6]);

        IndicatorRules.FlawOf(indicator).Should().BeNull();
        IndicatorRules.ValueFlaw(indicator, value.Value, value.ReferenceValue).Should().BeNull();
        var progress = MeasuredProgress.Of(indicator, value);
        (progress is { } p ? $"{Text(p.Done)} ÷ {Text(p.Whole)}" : None).Should().Be(cell[7]);
        (progress?.Permille.ToString(CultureInfo.InvariantCulture) ?? None).Should().Be(cell[8]);
        (MeasuredProgress.IsReachedBy(indicator, value) switch { true => "yes", false => "no", null => None }).Should().Be(cell[9]);
    }

    [Theory, MemberData(nameof(Expected))]
    public void The_expected_value_is_as_the_page_says(string row)
    {
        var cell = row.Split('|');
        var indicator = Of(Enum.Parse<IndicatorKind>(cell[3]), Direction.Up, cell[4], ">=", cell[5]) with { Op = null, Trajectory = TrajectoryOf(cell[6]) };
        var (start, due, today) = (Day(cell[0]), Day(cell[1]), Day(cell[2]));

        IndicatorRules.FlawOf(indicator).Should().BeNull();
        Text(ExpectedProgress.On(indicator, start, due, today)!.Value).Should().Be(cell[7]);
        ExpectedProgress.PointsBehind(indicator, cell[8] == None ? null : ValueOf(cell[8], None), start, due, today)
            .Should().Be(int.Parse(cell[9], CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Every_kind_has_a_worked_example() =>
        Measured.Select(row => row.Data.Split('|')[1]).Distinct().Should().BeEquivalentTo(Enum.GetNames<IndicatorKind>());

    private static Indicator Of(IndicatorKind kind, Direction direction, string baseline, string op, string target) => new(
        "i1", "指标", kind, kind is IndicatorKind.Ordinal or IndicatorKind.Composite or IndicatorKind.Milestone or IndicatorKind.Directional ? null : "家",
        direction, Aggregation.None, Number(baseline), op == None ? null : JsonSerializer.Deserialize<TargetComparison>($"\"{op}\"", FactJson.Options),
        target == None ? null : Target(target), TargetStrength.Must, [],
        Reference: kind is IndicatorKind.DifferenceToReference ? "全省平均" : null);

    private static IndicatorValue ValueOf(string value, string reference) =>
        new("i1", new(2026, 6, 30), Target(value), Number(reference), [], new("gushi"));

    private static TargetValue Target(string text) => Number(text) is { } number ? new TargetValue(number) : new TargetValue(text);

    private static TrajectoryPoint[] TrajectoryOf(string text) => text == None ? [] :
    [
        .. text.Split(", ").Select(point => point.Split(": ")).Select(parts => new TrajectoryPoint(Day(parts[0]), Number(parts[1])!.Value)),
    ];

    private static TheoryData<string> RowsOf(int columns, Func<string, bool> begins)
    {
        var rows = RepositoryRoot.Read("docs/rules/indicators.md").Split('\n')
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == columns + 2 && begins(cells[1]))
            .Select(cells => string.Join('|', cells[1..^1]))
            .ToArray();
        rows.Should().NotBeEmpty();
        return [.. rows];
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    // The number, however many zeros its arithmetic left behind.
    private static string Text(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}
