namespace Supervision.Plans;

/// <summary>Tells bullets that are tasks from those that say more about one: - Responsible: …, - Deadline: ….</summary>
internal static class Bullets
{
    /// <summary>The lines, with lists that hold a label as plain text.</summary>
    public static IReadOnlyList<PlanLine> Of(IReadOnlyList<PlanLine> lines)
    {
        if (!lines.Any(line => line.IsBullet))
            return lines;

        var result = new List<PlanLine>(lines.Count);
        for (var i = 0; i < lines.Count;)
        {
            var end = i;
            while (end < lines.Count && lines[end].IsBullet)
                end++;
            var list = lines.Skip(i).Take(Math.Max(1, end - i));
            var tells = end > i && list.Any(line => FieldLabel.Opens(line.Text));
            result.AddRange(list.Select(line => tells ? line with { IsBullet = false, AfterBlank = true } : line));
            i = Math.Max(end, i + 1);
        }

        return result;
    }
}
