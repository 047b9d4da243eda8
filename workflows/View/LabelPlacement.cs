using System.Collections.Immutable;

namespace Supervision.Workflows.View;

/// <summary>Finds places for the labels of arrows: on their line, near their beginning, where they hide nothing.</summary>
internal static class LabelPlacement
{
    private const int Step = 6;
    private const int Apart = 3;

    /// <summary>A label keeps this far from the corners of its line.</summary>
    private const int Corner = 12;
    private const int OverCard = 100_000;
    private const int OverLabel = 50_000;
    private const int OverArrow = 900;
    private const int OutOfLine = 400;

    public static IEnumerable<Arrow> Place(ImmutableArray<(Arrow Arrow, Link Link)> arrows, Box[] boxes)
    {
        var placed = new List<Box>();
        var segments = arrows.SelectMany(pair => SegmentsOf(pair.Arrow.Points).Select(segment => (pair.Arrow, Box: segment))).ToArray();
        foreach (var (arrow, link) in arrows)
        {
            if (link.Label is not { } label)
            {
                yield return arrow;
                continue;
            }

            var others = segments.Where(segment => segment.Arrow != arrow).Select(segment => segment.Box).ToArray();
            var best = Candidates(arrow.Points, label.Box)
                .MinBy(candidate => candidate.Cost + Hidden(candidate.Box, boxes, placed, others));
            placed.Add(best.Box);
            yield return arrow with { Label = label with { Box = best.Box } };
        }
    }

    private static int Hidden(Box label, Box[] boxes, List<Box> labels, Box[] arrows)
    {
        var near = label.Grow(Apart);
        return boxes.Count(near.Overlaps) * OverCard + labels.Count(near.Overlaps) * OverLabel + arrows.Count(label.Overlaps) * OverArrow;
    }

    private static IEnumerable<(Box Box, int Cost)> Candidates(ImmutableArray<Point> points, Box size)
    {
        var before = 0;
        for (var i = 1; i < points.Length; i++)
        {
            var (from, to) = (points[i - 1], points[i]);
            var length = Math.Abs(from.X - to.X) + Math.Abs(from.Y - to.Y);
            var along = from.Y == to.Y ? size.Width : size.Height;
            // A little of the line shows on both ends, or the label seems to float.
            var spare = length >= along + Corner ? 0 : OutOfLine;
            for (var at = Math.Min(length / 2, along / 2 + Corner); at <= Math.Max(length / 2, length - along / 2 - Corner); at += Step)
            {
                var (x, y) = (from.X + Math.Sign(to.X - from.X) * at, from.Y + Math.Sign(to.Y - from.Y) * at);
                yield return (size.Move(x - size.Width / 2, y - size.Height / 2), before + at + spare);
            }

            before += length;
        }
    }

    private static IEnumerable<Box> SegmentsOf(ImmutableArray<Point> points) => points.Zip(points.Skip(1), (from, to) => new Box(
        Math.Min(from.X, to.X) - 1, Math.Min(from.Y, to.Y) - 1, Math.Abs(from.X - to.X) + 2, Math.Abs(from.Y - to.Y) + 2));
}
