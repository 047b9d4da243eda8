using System.Globalization;
using Supervision.Plans;
using Supervision.Tests.Architecture;

namespace Supervision.Tests.Plans;

/// <summary>The worked examples of docs/rules/drafting.md, row by row.</summary>
public sealed class DraftingPageTests
{
    public static TheoryData<string, string> Deadlines => RowsUnder("Deadlines");

    public static TheoryData<string, string> Owners => RowsUnder("Owners");

    public static TheoryData<string, string> Targets => RowsUnder("Targets");

    public static TheoryData<string, string> Names => RowsUnder("Names");

    [Theory, MemberData(nameof(Deadlines))]
    public void A_deadline_is_as_the_page_says(string text, string expected) => Printed(Item(text).Deadlines.Select(deadline =>
        $"{deadline.Quote} = {deadline.Kind.ToString().ToLowerInvariant()} {deadline.On:yyyy-MM-dd}{deadline.Every}")).Should().Be(expected);

    [Theory, MemberData(nameof(Owners))]
    public void Owners_are_as_the_page_says(string text, string expected)
    {
        var item = Item(text);

        Printed(item.Leads.Select(agency => $"lead {agency.Quote}")
            .Concat(item.Responsible.Select(agency => $"responsible {agency.Quote}"))
            .Concat(item.Support.Select(agency => $"support {agency.Quote}"))).Should().Be(expected);
    }

    [Theory, MemberData(nameof(Targets))]
    public void A_target_is_as_the_page_says(string text, string expected) => Printed(Item(text).Targets.Select(target =>
        $"{Sign(target.Op)} {target.Value?.Number?.ToString(CultureInfo.InvariantCulture)}{target.Value?.Name} {target.Unit} {target.Strength.ToString().ToLowerInvariant()}"))
        .Should().Be(expected);

    [Theory, MemberData(nameof(Names))]
    public void A_name_is_as_the_page_says(string text, string expected) => Printed(Item(text).Places.Select(place =>
        $"{place.Quote} = {place.Name} {place.Kind.ToString().ToLowerInvariant()}")).Should().Be(expected);

    private static PlanNode Item(string text) =>
        Reading.Draft($"示例市2026年工作方案\n\n一、任务\n\n1. 标题。{text}\n").Items.Should().ContainSingle().Which;

    private static string Printed(IEnumerable<string> findings) =>
        string.Join("; ", findings.Select(finding => finding.Replace("  ", " ").Trim())) is { Length: > 0 } all ? all : "—";

    private static string Sign(TargetComparison? op) => op switch
    {
        TargetComparison.AtLeast => ">=",
        TargetComparison.AtMost => "<=",
        TargetComparison.Exactly => "=",
        TargetComparison.MoreThan => ">",
        TargetComparison.LessThan => "<",
        TargetComparison.AtLeastAsGoodAs => "as good as",
        TargetComparison.Done => "done",
        _ => "",
    };

    private static TheoryData<string, string> RowsUnder(string heading)
    {
        var rows = new TheoryData<string, string>();
        var section = RepositoryRoot.Read("docs/rules/drafting.md").Split($"## {heading}")[1].Split("\n## ")[0];
        foreach (var cells in section.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Where(cells => cells.Length == 4).Skip(2))
            rows.Add(cells[1], cells[2]);
        rows.Should().NotBeEmpty();
        return rows;
    }
}
