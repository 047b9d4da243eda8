using System.Collections.Immutable;

namespace Supervision.Workflows.View;

/// <summary>
/// The layers of a chart as rows: who stands beside whom, so that few arrows cross, and where, so that they run straight.
/// </summary>
/// <remarks>An arrow over several layers holds a narrow place in each between, so that there is a way for it.</remarks>
internal sealed class LayerRows
{
    private const int Gap = 40;
    private const int WayWidth = 24;
    private const int Sweeps = 6;

    /// <summary>In a wider row crossings of arrows further apart are not counted: to count all takes the square of the row.</summary>
    private const int LookBack = 200;

    private readonly List<int>[] _rows;
    private readonly List<int> _widths;
    private readonly List<List<int>> _above = [];
    private readonly List<List<int>> _below = [];
    private readonly int _count;
    private readonly List<int> _places = [];

    private LayerRows(Box[] sizes, int[] layers)
    {
        _count = sizes.Length;
        _widths = [.. sizes.Select(size => size.Width)];
        _rows = [.. Enumerable.Range(0, layers.DefaultIfEmpty(0).Max() + 1).Select(_ => new List<int>())];
        for (var i = 0; i < _count; i++) Add(layers[i]);
    }

    public static LayerRows Of(Box[] sizes, int[] layers, ImmutableArray<Link> links)
    {
        var rows = new LayerRows(sizes, layers);
        foreach (var link in links.Where(link => !link.IsBackward && !link.IsLoop))
        {
            var at = link.From;
            for (var layer = layers[link.From] + 1; layer < layers[link.To]; layer++)
            {
                var way = rows.Add(layer);
                rows._widths.Add(WayWidth);
                rows.Connect(at, way);
                at = way;
            }

            rows.Connect(at, link.To);
        }

        return rows;
    }

    /// <summary>Sweeps down and up: each goes to the mean place of those it is connected with; the best order is kept.</summary>
    public void Order()
    {
        var best = _rows.Select(row => row.ToArray()).ToArray();
        var fewest = Crossings();
        for (var sweep = 0; sweep < 2 * Sweeps && fewest > 0; sweep++)
        {
            var isDown = sweep % 2 == 0;
            foreach (var row in isDown ? _rows : _rows.Reverse()) Sort(row, isDown ? _above : _below);
            if (Crossings() is var crossings && crossings >= fewest) continue;
            (best, fewest) = ([.. _rows.Select(row => row.ToArray())], crossings);
        }

        for (var layer = 0; layer < _rows.Length; layer++)
        {
            Become(_rows[layer], best[layer]);
        }
    }

    /// <summary>Where the middle of each activity stands across the layers.</summary>
    public int[] Middles()
    {
        var middles = new double[_widths.Count];
        foreach (var row in _rows) Spread(row, middles, _above, isFirst: true);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            foreach (var row in _rows.Reverse()) Spread(row, middles, _below, isFirst: false);
            foreach (var row in _rows) Spread(row, middles, _above, isFirst: false);
        }

        return [.. middles.Take(_count).Select(middle => (int)Math.Round(middle, MidpointRounding.AwayFromZero))];
    }

    private int Add(int layer)
    {
        var place = _above.Count;
        _above.Add([]);
        _below.Add([]);
        _places.Add(_rows[layer].Count);
        _rows[layer].Add(place);
        return place;
    }

    private void Connect(int upper, int lower)
    {
        _below[upper].Add(lower);
        _above[lower].Add(upper);
    }

    private void Sort(List<int> row, List<List<int>> neighbours)
    {
        var sorted = row
            .OrderBy(at => neighbours[at].Count > 0 ? neighbours[at].Average(other => _places[other]) : _places[at])
            .ToArray();
        Become(row, sorted);
    }

    private void Become(List<int> row, int[] order)
    {
        row.Clear();
        row.AddRange(order);
        for (var i = 0; i < row.Count; i++) _places[row[i]] = i;
    }

    private long Crossings()
    {
        var crossings = 0L;
        foreach (var row in _rows)
        {
            // Places of the ends below, in the order of the beginnings above: each inversion is a crossing.
            int[] ends = [.. row.SelectMany(at => _below[at].Select(other => _places[other]).Order())];
            crossings += ends.Index().Sum(end =>
                ends.Take(Math.Max(0, end.Index - LookBack)..end.Index).Count(other => other > end.Item));
        }

        return crossings;
    }

    /// <summary>
    /// Moves a row as near as possible (least squares) to the middles of its neighbours, without changing its order: blocks
    /// that would overlap are pooled.
    /// </summary>
    private void Spread(List<int> row, double[] middles, List<List<int>> neighbours, bool isFirst)
    {
        var offset = 0.0;
        var pools = new List<(double Sum, int Count, int From)>();
        var offsets = new double[row.Count];
        for (var i = 0; i < row.Count; i++)
        {
            if (i > 0) offset += (_widths[row[i - 1]] + _widths[row[i]]) / 2.0 + Gap;
            offsets[i] = offset;
            var others = neighbours[row[i]];
            var wanted = others.Count > 0 ? others.Average(other => middles[other]) : isFirst ? offset : middles[row[i]];
            pools.Add((wanted - offset, 1, i));
            while (pools is [.., var left, var right] && left.Sum / left.Count >= right.Sum / right.Count)
            {
                pools.RemoveRange(pools.Count - 2, 2);
                pools.Add((left.Sum + right.Sum, left.Count + right.Count, left.From));
            }
        }

        foreach (var (sum, count, from) in pools)
            for (var i = from; i < from + count; i++) middles[row[i]] = sum / count + offsets[i];
    }
}
