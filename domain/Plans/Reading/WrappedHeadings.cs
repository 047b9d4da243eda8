namespace Supervision.Plans;

/// <summary>
/// Puts headings together that a text of fixed width has broken: a line as wide as the text that has no end goes on in
/// the next. A body is found by its end marks; a heading has none, so only the width tells.
/// </summary>
internal static class WrappedHeadings
{
    private const int WidthMax = 60;

    private const int LinesMin = 10;

    private const int Slack = 2;

    private static readonly double ShareMin = 0.25;

    public static IReadOnlyList<PlanLine> Join(IReadOnlyList<PlanLine> lines, NumberingScheme scheme)
    {
        if (WidthOf(lines) is not { } width)
            return lines;

        var result = new List<PlanLine>(lines.Count);
        var open = false;
        foreach (var line in lines)
        {
            var numbered = line.Cells is null && scheme.NumberOf(line.Text) is not null;
            var full = line.Text.Length >= width - Slack && !Sentence.IsFinished(line.Text);
            if (open && !numbered && line.Cells is null && !line.AfterBlank && !FieldLabel.Opens(line.Text))
            {
                result[^1] = result[^1] with { Text = result[^1].Text + Sentence.Between(result[^1].Text, line.Text) + line.Text };
                open = full;
                continue;
            }

            result.Add(line);
            open = numbered && full && !line.Text.Contains('。', StringComparison.Ordinal);
        }

        return result;
    }

    // Where many lines end at the same width, the text was broken there.
    private static int? WidthOf(IReadOnlyList<PlanLine> lines)
    {
        var lengths = lines.Where(line => line.Cells is null).Select(line => line.Text.Length).Order().ToList();
        if (lengths.Count < LinesMin)
            return null;
        var width = lengths[(int)(0.9 * (lengths.Count - 1))];
        return width <= WidthMax && lengths.Count(length => Math.Abs(length - width) <= Slack) >= ShareMin * lengths.Count ? width : null;
    }
}
