using System.Globalization;
using System.Text;
using System.Xml;

namespace Supervision.Workflows.View;

/// <summary>Writes a sheet as SVG. What is drawn first lies below: frames, arrows, cards, marks.</summary>
internal sealed class PictureWriter(PictureLanguage language, Standing? standing)
{
    public const int TitleSize = 17;

    public const string ActivityAttribute = "data-activity";

    private const string Svg = "http://www.w3.org/2000/svg";

    private static readonly XmlWriterSettings Settings = new()
    {
        Indent = true,
        IndentChars = " ",
        NewLineChars = "\n",
        OmitXmlDeclaration = true,
        Encoding = new UTF8Encoding(false),
    };

    private readonly MarkWords _words = new(language);

    /// <param name="root">The activity that the sheet itself stands for; null where it has a card or a frame.</param>
    public byte[] Write(Block sheet, string title, string? root)
    {
        var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartElement("svg", Svg);
            Attributes(xml, ("viewBox", $"0 0 {sheet.Width} {sheet.Height}"), ("width", sheet.Width), ("height", sheet.Height),
                ("role", "img"), ("aria-labelledby", "title desc"), ("lang", language == PictureLanguage.Chinese ? "zh-CN" : "en"));
            Text(xml, "title", title, ("id", "title"));
            Text(xml, "desc", _words.Summary(sheet, standing), ("id", "desc"));
            Text(xml, "style", PictureStyle.Css);
            Element(xml, "rect", ("class", "sheet"), ("width", sheet.Width), ("height", sheet.Height));
            Text(xml, "text", title,
                ("class", "name"), ("x", 28), ("y", 40), (ActivityAttribute, root is null ? null : TextFit.Clean(root)));
            Frame[] frames = [.. sheet.Items.OfType<Frame>()];
            foreach (var frame in frames) Write(xml, frame, Ground(frames, frame.Box));
            foreach (var arrow in sheet.Items.OfType<Arrow>().OrderBy(IsFollowed)) Write(xml, arrow);
            foreach (var caption in sheet.Items.OfType<Caption>()) Write(xml, caption);
            foreach (var card in sheet.Items.OfType<Card>()) Write(xml, card);
            foreach (var label in sheet.Items.OfType<Arrow>().Select(arrow => arrow.Label)) Write(xml, label, frames);
            if (standing is not null) WriteMarks(xml, sheet);
            xml.WriteEndElement();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private void Write(XmlWriter xml, Frame frame, string ground)
    {
        var mark = MarkOf(frame.Node);
        Begin(xml, frame.Node, frame.Text, $"frame {ground}", mark);
        Outline(xml, frame.Box, mark, radius: 10);
        Written(xml, frame.Box, frame.Text, frame.Box.Y + 12);
        xml.WriteEndElement();
    }

    private void Write(XmlWriter xml, Card card)
    {
        var mark = MarkOf(card.Node);
        Begin(xml, card.Node, card.Text, "card", mark);
        if (card.Text.Kind == ActivityKind.Decision) Hexagon(xml, card.Box, mark);
        else Outline(xml, card.Box, mark, radius: card.Text.Kind is ActivityKind.Start or ActivityKind.End ? card.Box.Height / 2 : 8);
        Written(xml, card.Box, card.Text, card.Box.Y + (card.Box.Height - card.Text.Height) / 2);
        xml.WriteEndElement();
    }

    // Frames in frames are shaded by turns; a label stands on the shade that is around it.
    private static string Ground(Frame[] frames, Box box) => frames.Count(frame => frame.Box.Contains(box)) % 2 == 1 ? "in" : "out";

    private void Begin(XmlWriter xml, ActivityNode node, CardText text, string shape, Mark mark)
    {
        xml.WriteStartElement("g", Svg);
        Attributes(xml, ("class", $"{shape} {Lower(text.Kind)} m-{Lower(mark)}"), (ActivityAttribute, TextFit.Clean(node.Id)));
        Text(xml, "title", _words.Spoken(node, text, standing));
    }

    // A fault has a double line: to be seen without colours.
    private static void Outline(XmlWriter xml, Box box, Mark mark, int radius)
    {
        Rectangle(xml, "line", box, radius);
        if (mark == Mark.Faulted) Rectangle(xml, "line inner", box.Grow(-4), Math.Max(2, radius - 4));
    }

    private static void Hexagon(XmlWriter xml, Box box, Mark mark)
    {
        Path(box, "line");
        if (mark == Mark.Faulted) Path(box.Grow(-4), "line inner");

        void Path(Box at, string name) => Element(xml, "path", ("class", name), ("d", string.Create(CultureInfo.InvariantCulture,
            $"M{at.X + 12} {at.Y}H{at.Right - 12}L{at.Right} {at.CenterY}L{at.Right - 12} {at.Bottom}H{at.X + 12}L{at.X} {at.CenterY}Z")));
    }

    private static void Written(XmlWriter xml, Box box, CardText text, int top)
    {
        var icon = Math.Min(box.Y + box.Height / 2 - 10, top + (text.Height - 20) / 2);
        Element(xml, "path", ("class", "icon"), ("transform", $"translate({box.X + 12} {icon})"), ("d", Signs.Of(text.Kind)));
        var (x, y) = (box.X + BlockBuilder.IconRoom, top);
        foreach (var line in text.Title) Text(xml, "text", line, ("class", "title"), ("x", x), ("y", (y += CardText.TitleLine) - 5));
        foreach (var line in text.Details) Text(xml, "text", line, ("class", "detail"), ("x", x), ("y", (y += CardText.DetailLine) - 4));
    }

    private static void Write(XmlWriter xml, Caption caption) =>
        Text(xml, "text", caption.Text, ("class", "caption"), ("x", caption.Box.CenterX), ("y", caption.Box.Y + 13));

    private void Write(XmlWriter xml, Arrow arrow)
    {
        var name = $"arrow{(arrow.IsBackward ? " back" : "")}{(IsFollowed(arrow) ? " followed" : "")}";
        Element(xml, "path", ("class", name), ("d", ArrowPath.Of(arrow.Points)));
        Element(xml, "path", ("class", $"head{(IsFollowed(arrow) ? " followed" : "")}"), ("d", ArrowPath.HeadOf(arrow.Points)));
    }

    private static void Write(XmlWriter xml, ArrowLabel? label, Frame[] frames)
    {
        if (label is null) return;
        Rectangle(xml, $"plate {Ground(frames, label.Box)}", label.Box, 4);
        Text(xml, "text", label.Text, ("class", "label"), ("x", label.Box.CenterX), ("y", label.Box.Y + 13));
    }

    private void WriteMarks(XmlWriter xml, Block sheet)
    {
        foreach (var (node, box, text) in sheet.Items.Select(Marked).OfType<(ActivityNode, Box, CardText)>())
        {
            if (MarkOf(node) is var mark && mark == Mark.Plain) continue;
            var words = _words.Badge(mark, standing!.CompletedOf(node.Id));
            var width = TextFit.Width(words, MarkWords.Size) + 30;
            // Above the upper edge; an end has its arrow there, so below.
            var y = (text.Kind == ActivityKind.End ? box.Bottom : box.Y) - 9;
            var badge = new Box(Math.Max(box.X + 4, box.Right - width - 8), y, width, 18);
            xml.WriteStartElement("g", Svg);
            Attributes(xml, ("class", $"badge m-{Lower(mark)}"), ("aria-hidden", "true"));
            Rectangle(xml, "pill", badge, 9);
            Element(xml, "path", ("class", "sign"), ("transform", $"translate({badge.X + 7} {badge.Y + 3})"), ("d", Signs.Of(mark)));
            Text(xml, "text", words, ("x", badge.X + 23), ("y", badge.Y + 13));
            xml.WriteEndElement();
        }
    }

    private static (ActivityNode, Box, CardText)? Marked(Item item) => item switch
    {
        Card card => (card.Node, card.Box, card.Text),
        Frame frame => (frame.Node, frame.Box, frame.Text),
        _ => null,
    };

    private Mark MarkOf(ActivityNode node) => standing?.MarkOf(node.Id) ?? Mark.Plain;

    private bool IsFollowed(Arrow arrow) => arrow.Ports.IsEmpty
        ? standing?.CompletedOf(arrow.Source) > 0
        : standing?.HasFollowed(arrow.Source, arrow.Ports) == true;

    private static void Rectangle(XmlWriter xml, string name, Box box, int radius) => Element(
        xml, "rect", ("class", name), ("x", box.X), ("y", box.Y), ("width", box.Width), ("height", box.Height), ("rx", radius));

    private static void Text(XmlWriter xml, string element, string text, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        xml.WriteStartElement(element, Svg);
        Attributes(xml, attributes);
        xml.WriteString(text);
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string element, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        xml.WriteStartElement(element, Svg);
        Attributes(xml, attributes);
        xml.WriteEndElement();
    }

    private static void Attributes(XmlWriter xml, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        foreach (var (name, value) in attributes)
            if (value is not null) xml.WriteAttributeString(name, Convert.ToString(value, CultureInfo.InvariantCulture));
    }

    private static string Lower<T>(T word) where T : struct, Enum => word.ToString().ToLowerInvariant();
}
