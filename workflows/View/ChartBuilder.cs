using System.Collections.Immutable;

namespace Supervision.Workflows.View;

/// <summary>Places the activities of a chart and leads the arrows between them.</summary>
internal sealed class ChartBuilder(PictureLanguage language)
{
    private const int LabelWidthMax = 132;
    private const int LabelHeight = 18;
    private const int AgainOut = 22;

    public Block Of(Inside inside, IReadOnlyList<Block> blocks)
    {
        var links = Links(inside);
        var sizes = blocks.Select(block => new Box(0, 0, block.Width, block.Height)).ToArray();
        // The order of a sequence is all that its author arranged.
        var placement = (inside.IsInOrder ? null : DesignerPlacement.Find(inside.Chart, sizes, links))
            ?? LayeredPlacement.Place(sizes, links);
        var boxes = placement.Boxes;
        var routes = new ArrowRouter(boxes, placement.IsLeftToRight).Route([.. links.Where(link => !link.IsLoop)]);
        var arrows = links.Select(link => link.IsLoop
            ? Again(IdOf(inside, link.From), IdOf(inside, link.To), link.Ports, link.Label, boxes[link.From])
            : new Arrow(IdOf(inside, link.From), IdOf(inside, link.To), link.Ports, link.IsBackward, routes[link], null));
        var labelled = LabelPlacement.Place([.. arrows.Zip(links)], boxes);
        return Block.Around([.. blocks.SelectMany((block, i) => block.At(boxes[i].X, boxes[i].Y)), .. labelled]);
    }

    /// <summary>An arrow out of a box's right side and back into it.</summary>
    public static Arrow Again(string source, string target, ImmutableArray<string> ports, ArrowLabel? label, Box box)
    {
        // A label stands across the outer part, so that must keep away from the box.
        var outer = box.Right + Math.Max(AgainOut, (label?.Box.Width ?? 0) / 2 + 8);
        var (low, high) = (box.CenterY + Math.Min(14, box.Height / 4), box.CenterY - Math.Min(14, box.Height / 4));
        return new Arrow(source, target, ports, IsBackward: true, [
            new(box.Right, low), new(outer, low), new(outer, high), new(box.Right, high),
        ], label);
    }

    // Of several activities with one id the first has the arrows, as in the machine.
    private ImmutableArray<Link> Links(Inside inside)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < inside.Chart.Length; i++) places.TryAdd(inside.Chart[i].Id, i);
        var pairs = inside.Arrows
            .Select(arrow => (From: places[arrow.Source], To: places[arrow.Target], arrow.Port))
            .GroupBy(arrow => (arrow.From, arrow.To));
        var links = pairs.Select(pair =>
            Link(pair.Key.From, pair.Key.To, [.. pair.Select(arrow => arrow.Port).Where(port => port.Length > 0)]));
        return Loops.Mark(inside.Chart, [.. links]);
    }

    private Link Link(int from, int to, ImmutableArray<string> ports)
    {
        var text = TextFit.Cut(OutcomeWords.Of(ports, language), CardText.DetailSize, LabelWidthMax);
        var box = new Box(0, 0, Block.Even(TextFit.Width(text, CardText.DetailSize) + 10), LabelHeight);
        return new Link(from, to, ports, text.Length == 0 ? null : new ArrowLabel(box, text), IsBackward: false);
    }

    private static string IdOf(Inside inside, int place) => inside.Chart[place].Id;
}

/// <summary>An arrow before it has a way: between places in a chart.</summary>
/// <param name="Label">Its text and size; its place is found when the way is known.</param>
internal sealed record Link(int From, int To, ImmutableArray<string> Ports, ArrowLabel? Label, bool IsBackward)
{
    public bool IsLoop => From == To;

    public int LabelWidth => Label?.Box.Width ?? 0;
}
