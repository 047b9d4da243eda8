using System.Collections.Immutable;
using System.Text.Json;

namespace Supervision.Workflows.View;

/// <summary>
/// Places a chart as its author placed it in the designer: the order of rows and columns is kept, the room between them
/// follows from what is drawn.
/// </summary>
/// <remarks>
/// The designer shows what is inside an activity elsewhere; here it is drawn inside and needs more room, so positions
/// cannot be taken as they are.
/// </remarks>
internal static class DesignerPlacement
{
    private const int GapMin = 44;
    private const int GapMax = 76;
    private const int LabelGap = 40;
    private const int LabelRow = 12;

    /// <summary>Middles nearer to one another than this were meant to stand in one line.</summary>
    private const int SameLine = 12;

    // What the designer draws where it recorded no size.
    private const int UsualWidth = 180;
    private const int UsualHeight = 60;
    private const int CoordinateMax = 100_000;
    private const int ActivitiesMax = 400;

    /// <summary>A chart that is wider is turned, so that it runs down the page: people read and print it, and paper is upright.</summary>
    private const int PageWidth = 1_000;

    /// <summary>Null where an activity has no position, or where two stand on one another.</summary>
    public static Placement? Find(ImmutableArray<ActivityNode> chart, Box[] sizes, ImmutableArray<Link> links)
    {
        var drawn = chart.Select(BoxOf).ToArray();
        if (chart.Length is < 2 or > ActivitiesMax || drawn.Contains(null)) return null;
        Box[] designed = [.. drawn.Select(box => box!.Value)];
        if (designed.Index().Any(one => designed.Take(one.Index).Any(one.Item.Overlaps))) return null;

        var across = new Placement(Place(designed, sizes, (i, j) => LabelRoom(links, i, j)), IsLeftToRight: true);
        if (Box.Around(across.Boxes) is var all && (all.Width <= PageWidth || all.Width <= all.Height)) return across;
        var turned = Place(designed, [.. sizes.Select(size => size.Turn())], (_, _) => GapMin + LabelRow);
        return new([.. turned.Select(box => box.Turn())], IsLeftToRight: false);
    }

    private static Box[] Place(Box[] designed, Box[] sizes, Func<int, int, int> gapMin)
    {
        var columns = Spread([.. designed.Select((box, i) => new Span(box.X, box.Width, sizes[i].Width))], (_, _) => true, gapMin);
        bool MayMeet(int i, int j) => Math.Abs(columns[i] - columns[j]) < (sizes[i].Width + sizes[j].Width) / 2 + GapMin;
        var rows = Spread([.. designed.Select((box, i) => new Span(box.Y, box.Height, sizes[i].Height))], MayMeet, (_, _) => GapMin);
        return [.. sizes.Select((size, i) => size.Move(columns[i] - size.Width / 2, rows[i] - size.Height / 2))];
    }

    private static Box? BoxOf(ActivityNode node)
    {
        var designer = node.Json.Get("metadata").Get("designer");
        if (Number(designer.Get("position").Get("x")) is not { } x || Number(designer.Get("position").Get("y")) is not { } y) return null;
        var (width, height) = (Number(designer.Get("size").Get("width")), Number(designer.Get("size").Get("height")));
        return new(x, y, width is > 0 ? width.Value : UsualWidth, height is > 0 ? height.Value : UsualHeight);
    }

    private static int? Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && Math.Abs(number) <= CoordinateMax
            ? (int)Math.Round(number)
            : null;

    private static int LabelRoom(ImmutableArray<Link> links, int i, int j) => links
        .Where(link => (link.From, link.To) == (i, j) || (link.From, link.To) == (j, i))
        .Select(link => link.LabelWidth + LabelGap)
        .Append(GapMin)
        .Max();

    /// <summary>Middles along one axis: each as near as what stands before it allows.</summary>
    private static int[] Spread(Span[] spans, Func<int, int, bool> mayMeet, Func<int, int, int> gapMin)
    {
        var lines = Lines(spans);
        var middles = new int[spans.Length];
        for (var at = 0; at < lines.Count; at++)
        {
            int? middle = null;
            foreach (var i in lines[at])
            {
                foreach (var before in lines.Take(at).SelectMany(line => line))
                {
                    var distance = Distance(spans[before], spans[i], mayMeet(before, i), gapMin(before, i));
                    middle = Math.Max(middle ?? int.MinValue, middles[before] + distance);
                }
            }

            foreach (var i in lines[at]) middles[i] = middle ?? 0;
        }

        return middles;
    }

    private static int Distance(Span before, Span after, bool mayMeet, int gapMin)
    {
        var designed = after.Middle - before.Middle;
        var between = after.At - before.End;
        if (between < 0) return designed;
        if (!mayMeet) return Math.Min(designed, (before.Designed + after.Designed) / 2 + GapMax);
        return (before.Drawn + after.Drawn) / 2 + Math.Clamp(between, gapMin, Math.Max(gapMin, GapMax));
    }

    private static List<List<int>> Lines(Span[] spans)
    {
        var lines = new List<List<int>>();
        foreach (var i in Enumerable.Range(0, spans.Length).OrderBy(i => spans[i].Middle))
        {
            if (lines is [.., var line] && spans[i].Middle - spans[line[0]].Middle <= SameLine) line.Add(i);
            else lines.Add([i]);
        }

        return lines;
    }

    /// <summary>What an activity takes of one axis in the designer, and what it takes here.</summary>
    private readonly record struct Span(int At, int Designed, int Drawn)
    {
        public int End => At + Designed;

        public int Middle => At + Designed / 2;
    }
}

/// <summary>Boxes of a chart at their places.</summary>
/// <param name="IsLeftToRight">Its arrows run from left to right; else from top to bottom.</param>
internal sealed record Placement(Box[] Boxes, bool IsLeftToRight);
