using System.Collections.Immutable;

namespace Supervision.Workflows.View;

/// <summary>Places a chart that has no positions: from top to bottom, every activity below all that lead to it.</summary>
internal static class LayeredPlacement
{
    private const int LayerGap = 60;

    public static Placement Place(Box[] sizes, ImmutableArray<Link> links)
    {
        var layers = LayersOf(sizes.Length, links);
        var rows = LayerRows.Of(sizes, layers, links);
        rows.Order();
        var middles = rows.Middles();

        var heights = new int[layers.DefaultIfEmpty(0).Max() + 1];
        for (var i = 0; i < sizes.Length; i++) heights[layers[i]] = Math.Max(heights[layers[i]], sizes[i].Height);
        var tops = new int[heights.Length];
        for (var layer = 1; layer < heights.Length; layer++) tops[layer] = tops[layer - 1] + heights[layer - 1] + LayerGap;
        int TopOf(int i) => tops[layers[i]] + (heights[layers[i]] - sizes[i].Height) / 2;
        return new([.. sizes.Select((size, i) => size.Move(middles[i] - size.Width / 2, TopOf(i)))], IsLeftToRight: false);
    }

    /// <summary>The longest way of forward arrows that leads to each.</summary>
    private static int[] LayersOf(int count, ImmutableArray<Link> links)
    {
        Link[] forward = [.. links.Where(link => !link.IsBackward && !link.IsLoop)];
        var from = forward.ToLookup(link => link.From);
        var missing = new int[count];
        foreach (var link in forward) missing[link.To]++;
        var layers = new int[count];
        var open = new Queue<int>(Enumerable.Range(0, count).Where(i => missing[i] == 0));
        while (open.TryDequeue(out var at))
        {
            foreach (var link in from[at])
            {
                layers[link.To] = Math.Max(layers[link.To], layers[at] + 1);
                if (--missing[link.To] == 0) open.Enqueue(link.To);
            }
        }

        return layers;
    }
}
