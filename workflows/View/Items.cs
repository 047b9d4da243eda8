using System.Collections.Immutable;

namespace Supervision.Workflows.View;

/// <summary>Something that is drawn, at its place.</summary>
internal abstract record Item
{
    /// <summary>The room it takes, as far as other things must keep away or the sheet must be large.</summary>
    public abstract Box Extent { get; }

    public abstract Item Move(int dx, int dy);
}

/// <summary>An activity with nothing inside.</summary>
internal sealed record Card(ActivityNode Node, Box Box, CardText Text) : Item
{
    public override Box Extent => Box;

    public override Item Move(int dx, int dy) => this with { Box = Box.Move(dx, dy) };
}

/// <summary>An activity with what is inside it: the frame is drawn around that.</summary>
internal sealed record Frame(ActivityNode Node, Box Box, CardText Text) : Item
{
    public override Box Extent => Box;

    public override Item Move(int dx, int dy) => this with { Box = Box.Move(dx, dy) };
}

/// <summary>The name of a branch, above it.</summary>
internal sealed record Caption(Box Box, string Text) : Item
{
    public override Box Extent => Box;

    public override Item Move(int dx, int dy) => this with { Box = Box.Move(dx, dy) };
}

/// <summary>The way from one activity to another. Several ports that lead to the same activity share an arrow.</summary>
/// <param name="Ports">The outcomes by which the source is left; empty where the order alone leads on, as in a sequence.</param>
/// <param name="IsBackward">It closes a loop.</param>
internal sealed record Arrow(
    string Source, string Target, ImmutableArray<string> Ports, bool IsBackward, ImmutableArray<Point> Points, ArrowLabel? Label) : Item
{
    public override Box Extent => Box.Around(
        [.. Points.Select(point => new Box(point.X - 4, point.Y - 4, 8, 8)), .. Label is null ? [] : new[] { Label.Box }]);

    public override Item Move(int dx, int dy) => this with
    {
        Points = [.. Points.Select(point => point.Move(dx, dy))],
        Label = Label is null ? null : Label with { Box = Label.Box.Move(dx, dy) },
    };
}

internal sealed record ArrowLabel(Box Box, string Text);
