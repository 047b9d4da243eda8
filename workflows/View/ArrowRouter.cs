using System.Collections.Immutable;

namespace Supervision.Workflows.View;

/// <summary>Leads arrows around boxes, with right angles, few bends, few crossings, and never two on one line where there is another way.</summary>
internal sealed class ArrowRouter(Box[] boxes, bool isLeftToRight)
{
    /// <summary>How far an arrow keeps away from a box that it does not belong to.</summary>
    public const int Clearance = 14;

    private readonly ArrowPorts _ports = new(boxes, isLeftToRight);

    public Dictionary<Link, ImmutableArray<Point>> Route(ImmutableArray<Link> links)
    {
        var ends = _ports.Of(links);
        var grid = RouteGrid.Of(boxes, [.. ends.Values]);
        var routes = new Dictionary<Link, ImmutableArray<Point>>();
        // Short ones first, they have the least choice; those that go back find a way around the rest.
        foreach (var link in links.OrderBy(link => link.IsBackward).ThenBy(link => Length(ends[link])))
            routes[link] = Straightened(grid, ends[link]);
        return routes;
    }

    private static ImmutableArray<Point> Straightened(RouteGrid? grid, Ends ends)
    {
        var way = grid?.Find(ends) ?? [ends.Out, ends.In];
        var points = ImmutableArray.CreateBuilder<Point>();
        foreach (var point in way.Prepend(ends.Start).Append(ends.End))
        {
            if (points is [.., var before] && before == point) continue;
            while (points is [.., var first, var middle] && IsBetween(first, middle, point)) points.RemoveAt(points.Count - 1);
            points.Add(point);
        }

        return points.ToImmutable();
    }

    private static bool IsBetween(Point a, Point b, Point c) =>
        (a.X == b.X && b.X == c.X && (b.Y - a.Y) * (c.Y - b.Y) >= 0) || (a.Y == b.Y && b.Y == c.Y && (b.X - a.X) * (c.X - b.X) >= 0);

    private static int Length(Ends ends) => Math.Abs(ends.Start.X - ends.End.X) + Math.Abs(ends.Start.Y - ends.End.Y);
}

/// <summary>Where an arrow leaves a box and enters another.</summary>
internal readonly record struct Ends(Point Start, Side StartSide, Point End, Side EndSide)
{
    /// <summary>Outside of the boxes' reach: from here the arrow is free.</summary>
    public Point Out => Outside(Start, StartSide);

    public Point In => Outside(End, EndSide);

    private static Point Outside(Point at, Side side) => side switch
    {
        Side.Top => at.Move(0, -ArrowRouter.Clearance),
        Side.Right => at.Move(ArrowRouter.Clearance, 0),
        Side.Bottom => at.Move(0, ArrowRouter.Clearance),
        Side.Left => at.Move(-ArrowRouter.Clearance, 0),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

internal enum Side
{
    Top,
    Right,
    Bottom,
    Left,
}
