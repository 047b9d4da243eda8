using System.Collections.Immutable;

namespace Supervision.Workflows.View;

/// <summary>Makes the block of an activity: a card, or a frame around the blocks of what is inside.</summary>
internal sealed class BlockBuilder(PictureLanguage language)
{
    public const int CardWidth = 188;
    public const int IconRoom = 38;
    public const int Margin = 12;
    public const int FramePadding = 20;

    private const int CardHeightMin = 52;
    private const int PillHeight = 40;
    private const int HeaderTop = 12;
    private const int BranchGap = 32;
    private const int CaptionHeight = 24;
    private const int RowWidthMax = 1_500;

    private static readonly string[] Repeating = ["Elsa.While", "Elsa.For", "Elsa.ForEach"];

    private readonly CardWords _words = new(language);

    public Block Of(ActivityNode node)
    {
        var inside = Inside.Of(node);
        return inside.IsEmpty ? CardOf(node) : FrameOf(node, Content(node));
    }

    /// <summary>What is inside an activity, without a frame around it.</summary>
    public Block Content(ActivityNode node)
    {
        var inside = Inside.Of(node);
        var blocks = new List<Block>();
        if (!inside.Chart.IsEmpty) blocks.Add(new ChartBuilder(language).Of(inside, [.. inside.Chart.Select(Of)]));
        foreach (var (caption, branch) in inside.Branches)
            blocks.Add(Captioned(caption, Repeating.Contains(node.Type) ? Repeated(branch) : Of(branch)));
        return InRows(blocks);
    }

    private Block CardOf(ActivityNode node)
    {
        var text = _words.Of(node, CardWidth - IconRoom - Margin);
        var isPill = text.Kind is ActivityKind.Start or ActivityKind.End && text.Details.IsEmpty && text.Title.Length == 1;
        var box = isPill
            ? new Box(0, 0, Block.Even(Math.Max(88, TextFit.Width(text.Title[0], CardText.TitleSize) + IconRoom + 18)), PillHeight)
            : new Box(0, 0, CardWidth, Block.Even(Math.Max(CardHeightMin, text.Height + 20)));
        return new(box.Width, box.Height, [new Card(node, box, text)]);
    }

    private Block FrameOf(ActivityNode node, Block content)
    {
        var width = Math.Max(content.Width + 2 * FramePadding, CardWidth);
        var text = _words.Of(node, width - IconRoom - Margin);
        var top = HeaderTop + text.Height + 14;
        var box = new Box(0, 0, width, Block.Even(top + content.Height + FramePadding));
        return new(box.Width, box.Height, [new Frame(node, box, text), .. content.At((width - content.Width) / 2, top)]);
    }

    private Block Captioned(string port, Block block)
    {
        if (port.Length == 0) return block;
        var text = TextFit.Cut(OutcomeWords.Of(port, language), CardText.DetailSize, Math.Max(block.Width, CardWidth) - 12);
        var width = Block.Even(Math.Max(block.Width, TextFit.Width(text, CardText.DetailSize) + 12));
        var caption = new Caption(new Box(0, 0, width, CaptionHeight - 6), text);
        return new(width, block.Height + CaptionHeight, [caption, .. block.At((width - block.Width) / 2, CaptionHeight)]);
    }

    // The arrow that says: again.
    private Block Repeated(ActivityNode body)
    {
        var block = Of(body);
        return Block.Around([.. block.Items, ChartBuilder.Again(body.Id, body.Id, [], null, block.Items[0].Extent)]);
    }

    private static Block InRows(List<Block> blocks)
    {
        if (blocks.Count == 1) return blocks[0];
        var items = new List<Item>();
        var (x, y, height) = (0, 0, 0);
        foreach (var block in blocks)
        {
            if (x > 0 && x + block.Width > RowWidthMax) (x, y, height) = (0, y + height + BranchGap, 0);
            items.AddRange(block.At(x, y));
            (x, height) = (x + block.Width + BranchGap, Math.Max(height, block.Height));
        }

        return Block.Around(items);
    }
}
