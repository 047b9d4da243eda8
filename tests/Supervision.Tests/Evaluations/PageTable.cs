using Supervision.Tests.Architecture;

namespace Supervision.Tests.Evaluations;

/// <summary>The rows of one table of a page in docs/rules, found by its head.</summary>
internal static class PageTable
{
    /// <param name="head">The cells of the head joined by "|".</param>
    /// <returns>The cells of each row joined by "|", without the code marks around them.</returns>
    public static TheoryData<string> Rows(string page, string head)
    {
        var lines = RepositoryRoot.Read(page).Split('\n').SkipWhile(line => string.Join('|', Cells(line)) != head).Skip(2)
            .TakeWhile(line => line.StartsWith('|')).Select(line => string.Join('|', Cells(line))).ToArray();
        lines.Should().NotBeEmpty($"{page} has a table with the head {head}");
        return [.. lines];
    }

    public static string Block(string page, string name) =>
        RepositoryRoot.Read(page).Split($"```json {name}\n")[1].Split("\n```")[0];

    private static IEnumerable<string> Cells(string line) => line.Split('|', StringSplitOptions.TrimEntries) is [_, .. var cells, _]
        ? cells.Select(cell => cell is ['`', .., '`'] ? cell[1..^1] : cell)
        : [];
}
