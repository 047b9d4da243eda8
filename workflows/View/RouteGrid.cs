using System.Collections.Immutable;

namespace Supervision.Workflows.View;

/// <summary>The lines on which arrows may run, what stands on them, and the cheapest way from one point to another.</summary>
internal sealed class RouteGrid
{
    // What a way costs besides its length in pixels.
    private const int Bend = 34;
    private const int Crossing = 26;
    private const int Shared = 60;
    private const int SharedEach = 3;

    private const int LaneStep = 10;
    private const int Lanes = 3;

    /// <summary>Lanes closer to a line than this would look like one with it.</summary>
    private const int LaneApart = 8;

    /// <summary>Crossings of lines. A larger chart is led straight: nobody could follow its arrows anyway.</summary>
    private const int CrossingsMax = 160_000;

    /// <summary>Steps of all searches together; what is not led by then is led straight.</summary>
    private const int StepsMax = 4_000_000;

    private static readonly (int X, int Y)[] Ways = [(0, -1), (1, 0), (0, 1), (-1, 0)];

    private readonly int[] _xs;
    private readonly int[] _ys;
    private readonly bool[] _blockedRight; // from a crossing to the next on its right
    private readonly bool[] _blockedDown;
    private readonly byte[] _usedRight;
    private readonly byte[] _usedDown;
    private readonly int[] _costs;
    private readonly int[] _cameFrom;
    private readonly int[] _seenBy;
    private int _search;
    private int _steps;

    private RouteGrid(int[] xs, int[] ys)
    {
        (_xs, _ys) = (xs, ys);
        var crossings = xs.Length * ys.Length;
        (_blockedRight, _blockedDown) = (new bool[crossings], new bool[crossings]);
        (_usedRight, _usedDown) = (new byte[crossings], new byte[crossings]);
        (_costs, _cameFrom, _seenBy) = (new int[4 * crossings], new int[4 * crossings], new int[4 * crossings]);
    }

    /// <summary>Null where the grid would be too large.</summary>
    public static RouteGrid? Of(Box[] boxes, ImmutableArray<Ends> ends)
    {
        var xs = LinesOf([.. boxes.Select(box => (box.X, box.Right))], [.. ends.SelectMany(end => new[] { end.Out.X, end.In.X })]);
        var ys = LinesOf([.. boxes.Select(box => (box.Y, box.Bottom))], [.. ends.SelectMany(end => new[] { end.Out.Y, end.In.Y })]);
        if ((long)xs.Length * ys.Length > CrossingsMax) return null;
        var grid = new RouteGrid(xs, ys);
        foreach (var box in boxes) grid.Block(box.Grow(ArrowRouter.Clearance));
        return grid;
    }

    /// <summary>The cheapest way, as corners and all crossings between; null where there is none. What it takes is taken for the next.</summary>
    public IReadOnlyList<Point>? Find(Ends ends)
    {
        var (start, goal) = (At(ends.Out), At(ends.In));
        var way = Search(start, (int)ends.StartSide, goal, ((int)ends.EndSide + 2) % 4);
        if (way is null) return null;
        for (var i = 1; i < way.Count; i++) Take(way[i - 1], way[i]);
        return [.. way.Select(crossing => new Point(_xs[crossing % _xs.Length], _ys[crossing / _xs.Length]))];
    }

    private static int[] LinesOf((int From, int To)[] spans, int[] ports)
    {
        var lines = new SortedSet<int>(ports);
        foreach (var (from, to) in spans) lines.UnionWith([from - ArrowRouter.Clearance, to + ArrowRouter.Clearance]);
        for (var lane = 1; lane <= Lanes; lane++)
        {
            foreach (var (from, to) in spans)
            {
                AddApart(from - ArrowRouter.Clearance - lane * LaneStep);
                AddApart(to + ArrowRouter.Clearance + lane * LaneStep);
            }
        }

        return [.. lines];

        void AddApart(int line)
        {
            if (lines.GetViewBetween(line - LaneApart + 1, line + LaneApart - 1).Count == 0) lines.Add(line);
        }
    }

    // Lines along its edge are free, lines through it are not.
    private void Block(Box box)
    {
        var (left, right) = (Array.BinarySearch(_xs, box.X), Array.BinarySearch(_xs, box.Right));
        var (top, bottom) = (Array.BinarySearch(_ys, box.Y), Array.BinarySearch(_ys, box.Bottom));
        for (var y = top; y <= bottom; y++)
        {
            for (var x = left; x <= right; x++)
            {
                if (x < right && y > top && y < bottom) _blockedRight[y * _xs.Length + x] = true;
                if (y < bottom && x > left && x < right) _blockedDown[y * _xs.Length + x] = true;
            }
        }
    }

    private int At(Point point) => Array.BinarySearch(_ys, point.Y) * _xs.Length + Array.BinarySearch(_xs, point.X);

    private List<int>? Search(int start, int startWay, int goal, int goalWay)
    {
        _search++;
        var open = new PriorityQueue<int, long>();
        var (added, first) = (0L, 4 * start + startWay);
        Reach(first, cost: 0, from: -1);
        while (open.TryDequeue(out var at, out _) && _steps++ < StepsMax)
        {
            var (crossing, way) = (at / 4, at % 4);
            if (crossing == goal && way == goalWay) return Trace(at);
            for (var next = 0; next < 4; next++)
            {
                if (next == (way + 2) % 4) continue;
                // To turn is a step of its own, so that the last turn into the goal counts as well.
                if (next != way) Reach(4 * crossing + next, _costs[at] + Bend, at);
                else if (StepCost(crossing, way) is { } cost) Reach(4 * Next(crossing, way) + way, _costs[at] + cost, at);
            }
        }

        return null;

        void Reach(int state, int cost, int from)
        {
            if (_seenBy[state] == _search && _costs[state] <= cost) return;
            (_seenBy[state], _costs[state], _cameFrom[state]) = (_search, cost, from);
            // Of equal ones the first: the same chart gives the same picture.
            open.Enqueue(state, (((long)cost + Distance(state / 4, goal)) << 32) | added++);
        }
    }

    private int? StepCost(int crossing, int way)
    {
        var (x, y) = (crossing % _xs.Length + Ways[way].X, crossing / _xs.Length + Ways[way].Y);
        if (x < 0 || y < 0 || x >= _xs.Length || y >= _ys.Length) return null;
        var next = y * _xs.Length + x;
        var first = Math.Min(crossing, next);
        var isAcross = Ways[way].X != 0;
        if (isAcross ? _blockedRight[first] : _blockedDown[first]) return null;
        var length = Distance(crossing, next);
        var used = isAcross ? _usedRight[first] : _usedDown[first];
        return length + (used > 0 ? Shared + SharedEach * length : 0) + (IsCrossed(next, isAcross) ? Crossing : 0);
    }

    private bool IsCrossed(int crossing, bool isAcross)
    {
        var used = isAcross ? _usedDown : _usedRight;
        var before = crossing - (isAcross ? _xs.Length : 1);
        return used[crossing] > 0 || (before >= 0 && used[before] > 0);
    }

    private int Next(int crossing, int way) => crossing + Ways[way].Y * _xs.Length + Ways[way].X;

    private int Distance(int a, int b) =>
        Math.Abs(_xs[a % _xs.Length] - _xs[b % _xs.Length]) + Math.Abs(_ys[a / _xs.Length] - _ys[b / _xs.Length]);

    private void Take(int from, int to)
    {
        if (from == to) return;
        var used = from / _xs.Length == to / _xs.Length ? _usedRight : _usedDown;
        if (used[Math.Min(from, to)] < byte.MaxValue) used[Math.Min(from, to)]++;
    }

    private List<int> Trace(int state)
    {
        var way = new List<int>();
        for (var at = state; at >= 0; at = _cameFrom[at]) way.Add(at / 4);
        way.Reverse();
        return way;
    }
}
