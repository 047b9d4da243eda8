using System.Collections.Immutable;

namespace Supervision.Workflows.View;

/// <summary>Chooses the sides by which arrows leave and enter boxes, and the places on them.</summary>
internal sealed class ArrowPorts(Box[] boxes, bool isLeftToRight)
{
    private const int StepMax = 36;
    private const int Corner = 14;

    /// <summary>Middles nearer than this face one another: the arrow between them is straight.</summary>
    private const int Facing = 3;

    private readonly Box _all = Box.Around(boxes);

    public Dictionary<Link, Ends> Of(ImmutableArray<Link> links)
    {
        var sides = links.ToDictionary(link => link, SidesOf);
        var ports = links
            .SelectMany(link => new[] { (Link: link, IsStart: true), (Link: link, IsStart: false) })
            .GroupBy(end => end.IsStart ? (end.Link.From, sides[end.Link].Start) : (end.Link.To, sides[end.Link].End))
            .SelectMany(side => OnSide(side.Key.Item1, side.Key.Item2, [.. side]))
            .ToDictionary(port => (port.Link, port.IsStart), port => port.At);
        return links.ToDictionary(
            link => link, link => new Ends(ports[(link, true)], sides[link].Start, ports[(link, false)], sides[link].End));
    }

    private (Side Start, Side End) SidesOf(Link link)
    {
        var (from, to) = (boxes[link.From], boxes[link.To]);
        if (isLeftToRight) return LeftToRight(from, to, _all);
        var (start, end) = LeftToRight(from.Turn(), to.Turn(), _all.Turn());
        return (Turned(start), Turned(end));
    }

    private static (Side Start, Side End) LeftToRight(Box from, Box to, Box all)
    {
        const int Room = 2 * ArrowRouter.Clearance;
        if (from.Right + Room <= to.X) return (Side.Right, Side.Left);
        if (from.Bottom + Room <= to.Y) return (Side.Bottom, Side.Top);
        if (to.Bottom + Room <= from.Y) return (Side.Top, Side.Bottom);
        // Back in the same row: around on the outer side.
        return from.CenterY + to.CenterY < 2 * all.CenterY - Facing ? (Side.Top, Side.Top) : (Side.Bottom, Side.Bottom);
    }

    private static Side Turned(Side side) => side switch
    {
        Side.Top => Side.Left,
        Side.Left => Side.Top,
        Side.Right => Side.Bottom,
        Side.Bottom => Side.Right,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // The one that faces its other end takes the middle, the others stand on their sides of it.
    private IEnumerable<(Link Link, bool IsStart, Point At)> OnSide(int place, Side side, (Link Link, bool IsStart)[] ends)
    {
        var box = boxes[place];
        var isAcross = side is Side.Top or Side.Bottom;
        var (middle, length) = isAcross ? (box.CenterX, box.Width) : (box.CenterY, box.Height);
        (Link Link, bool IsStart)[] sorted = [.. ends.OrderBy(Other).ThenBy(end => end.Link.IsBackward != end.IsStart)];
        var step = Math.Min(StepMax, (length - 2 * Corner) / Math.Max(1, ends.Length));
        var facing = Array.FindIndex(sorted, end => !end.Link.IsBackward && Math.Abs(Other(end) - middle) <= Facing);
        for (var i = 0; i < sorted.Length; i++)
        {
            var at = middle + (facing >= 0 ? (i - facing) * step : (2 * i - sorted.Length + 1) * step / 2);
            at = Math.Clamp(at, middle - length / 2 + 6, middle + length / 2 - 6);
            yield return (sorted[i].Link, sorted[i].IsStart, side switch
            {
                Side.Top => new(at, box.Y),
                Side.Bottom => new(at, box.Bottom),
                Side.Left => new(box.X, at),
                _ => new(box.Right, at),
            });
        }

        int Other((Link Link, bool IsStart) end)
        {
            var other = boxes[end.IsStart ? end.Link.To : end.Link.From];
            return isAcross ? other.CenterX : other.CenterY;
        }
    }
}
