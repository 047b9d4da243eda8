using System.Collections.Immutable;

namespace Supervision.Workflows.View;

/// <summary>Things placed together, seen from their own upper left corner.</summary>
internal sealed record Block(int Width, int Height, ImmutableArray<Item> Items)
{
    /// <summary>Moves what is there so that the smallest box around it begins at 0, 0.</summary>
    public static Block Around(IReadOnlyCollection<Item> items)
    {
        var extent = Box.Around(items.Select(item => item.Extent));
        // Even, so that a middle is a whole pixel and arrows between middles are straight.
        return new(Even(extent.Width), Even(extent.Height), [.. items.Select(item => item.Move(-extent.X, -extent.Y))]);
    }

    public IEnumerable<Item> At(int x, int y) => Items.Select(item => item.Move(x, y));

    public static int Even(int length) => length + (length & 1);
}
