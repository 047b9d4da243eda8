using DocumentFormat.OpenXml.Wordprocessing;

namespace Supervision.Api.Documents.Word;

/// <summary>What matters of a paragraph's style, with what it inherits.</summary>
/// <param name="Depth">As a heading, from 1; 0 for text.</param>
/// <param name="Levels">Numbering of the style and of those it is based on, nearest first.</param>
internal sealed record WordStyle(
    int Depth, bool IsBold, bool IsOfContents, IReadOnlyList<(string Id, NumberingProperties Numbering)> Levels);

internal sealed class WordStyles
{
    /// <summary>A style may be based on itself in a broken file.</summary>
    private const int BasesMax = 20;

    private readonly Dictionary<string, Style> _styles = [];
    private readonly Dictionary<string, WordStyle> _read = [];
    private readonly string _default;

    public WordStyles(Styles? styles)
    {
        foreach (var style in styles?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is { } id)
                _styles.TryAdd(id, style);
        }

        _default = _styles.Values.FirstOrDefault(style => style.Default?.Value is true && style.Type?.Value == StyleValues.Paragraph)
            ?.StyleId?.Value ?? "";
    }

    public WordStyle Of(string? id)
    {
        id ??= _default;
        if (_read.TryGetValue(id, out var known))
            return known;

        var chain = Chain(id).ToList();
        var name = chain.Count == 0 ? "" : chain[0].StyleName?.Val?.Value ?? "";
        var bold = chain.Select(style => style.StyleRunProperties?.Bold).FirstOrDefault(it => it is not null);
        return _read[id] = new WordStyle(
            chain.Select(style => style.StyleParagraphProperties?.OutlineLevel?.Val?.Value).FirstOrDefault(it => it is not null) is >= 0 and < 9 and var level ? level + 1 : 0,
            bold is not null && bold.Val?.Value is not false,
            name.StartsWith("toc ", StringComparison.OrdinalIgnoreCase),
            [.. chain.Where(style => style.StyleParagraphProperties?.NumberingProperties is not null)
                .Select(style => (style.StyleId!.Value!, style.StyleParagraphProperties!.NumberingProperties!))]);
    }

    /// <summary>The list that a style of numbering stands for; null where it names none.</summary>
    public int? ListOf(string style) =>
        _styles.TryGetValue(style, out var found) ? found.StyleParagraphProperties?.NumberingProperties?.NumberingId?.Val?.Value : null;

    private IEnumerable<Style> Chain(string id)
    {
        for (var left = BasesMax; left > 0 && _styles.TryGetValue(id, out var style); left--)
        {
            yield return style;
            id = style.BasedOn?.Val?.Value ?? "";
        }
    }
}
