using DocumentFormat.OpenXml.Wordprocessing;

namespace Supervision.Api.Documents.Word;

/// <summary>
/// Counts as Word does: the numbers of automatic lists are not in the text, only which list and level a paragraph is of.
/// </summary>
internal sealed class WordNumbering
{
    private readonly Dictionary<int, AbstractNum> _abstracts = [];
    private readonly Dictionary<int, NumberingInstance> _lists = [];
    private readonly Dictionary<int, WordList> _known = [];
    private readonly Dictionary<int, WordCounters> _counters = [];
    private readonly WordStyles _styles;

    public WordNumbering(Numbering? numbering, WordStyles styles)
    {
        _styles = styles;
        foreach (var definition in numbering?.Elements<AbstractNum>() ?? [])
            _abstracts.TryAdd(definition.AbstractNumberId?.Value ?? 0, definition);
        foreach (var list in numbering?.Elements<NumberingInstance>() ?? [])
            _lists.TryAdd(list.NumberID?.Value ?? 0, list);
    }

    /// <summary>The number of a paragraph or its bullet, with a blank after it; empty for one that is in no list.</summary>
    public string Next(ParagraphProperties? paragraph, WordStyle style)
    {
        var own = paragraph?.NumberingProperties;
        var id = own?.NumberingId?.Val?.Value
            ?? style.Levels.Select(level => level.Numbering.NumberingId?.Val?.Value).FirstOrDefault(it => it is not null);
        if (id is not > 0 || ListOf(id.Value) is not { } list)
            return "";

        var at = own?.NumberingLevelReference?.Val?.Value ?? LevelOf(style, list);
        if (at is < 0 or >= WordList.LevelsMax)
            return "";

        var text = CountersOf(list).Next(list, at);
        return text.Length == 0 ? "" : text + " ";
    }

    private static int LevelOf(WordStyle style, WordList list) =>
        style.Levels.Select(level => level.Numbering.NumberingLevelReference?.Val?.Value).FirstOrDefault(it => it is not null)
        ?? Math.Max(0, style.Levels.Select(level => list.LevelOfStyle(level.Id)).FirstOrDefault(it => it >= 0, 0));

    private WordList? ListOf(int id)
    {
        if (_known.TryGetValue(id, out var known))
            return known;
        if (!_lists.TryGetValue(id, out var list) || DefinitionOf(list) is not { } definition)
            return null;
        return _known[id] = new WordList(id, definition, list);
    }

    // A list may name a style instead of levels; the style names the list that has them.
    private AbstractNum? DefinitionOf(NumberingInstance list)
    {
        var definition = _abstracts.GetValueOrDefault(list.AbstractNumId?.Val?.Value ?? -1);
        return definition?.NumberingStyleLink?.Val?.Value is { } style && _styles.ListOf(style) is { } other && _lists.TryGetValue(other, out var linked)
            ? _abstracts.GetValueOrDefault(linked.AbstractNumId?.Val?.Value ?? -1)
            : definition;
    }

    private WordCounters CountersOf(WordList list) =>
        _counters.TryGetValue(list.Definition, out var counters) ? counters : _counters[list.Definition] = new WordCounters();
}
