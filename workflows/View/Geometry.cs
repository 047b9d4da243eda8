namespace Supervision.Workflows.View;

/// <summary>A rectangle in whole pixels, y downwards.</summary>
internal readonly record struct Box(int X, int Y, int Width, int Height)
{
    public int Right => X + Width;

    public int Bottom => Y + Height;

    public int CenterX => X + Width / 2;

    public int CenterY => Y + Height / 2;

    /// <summary>Mirrored at the diagonal: what lay to the right lies below.</summary>
    public Box Turn() => new(Y, X, Height, Width);

    public Box Move(int dx, int dy) => new(X + dx, Y + dy, Width, Height);

    public Box Grow(int by) => new(X - by, Y - by, Width + 2 * by, Height + 2 * by);

    public bool Overlaps(Box other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

    public bool Contains(Box other) => X <= other.X && Y <= other.Y && other.Right <= Right && other.Bottom <= Bottom;

    public static Box Around(IEnumerable<Box> boxes)
    {
        Box[] all = [.. boxes];
        if (all.Length == 0) return default;
        var (left, top) = (all.Min(box => box.X), all.Min(box => box.Y));
        return new(left, top, all.Max(box => box.Right) - left, all.Max(box => box.Bottom) - top);
    }
}

internal readonly record struct Point(int X, int Y)
{
    public Point Move(int dx, int dy) => new(X + dx, Y + dy);
}
