using DocumentFormat.OpenXml.Wordprocessing;

namespace Supervision.Api.Documents.Word;

/// <summary>A list with its levels; what it overrides of its definition is applied.</summary>
internal sealed class WordList
{
    public const int LevelsMax = 9;

    /// <summary>Whatever sign of whatever font it is.</summary>
    private const string Bullet = "•";

    private readonly Level?[] _levels = new Level?[LevelsMax];
    private readonly int?[] _restarts = new int?[LevelsMax];

    public WordList(int id, AbstractNum definition, NumberingInstance list)
    {
        Id = id;
        Definition = definition.AbstractNumberId?.Value ?? 0;
        foreach (var level in definition.Elements<Level>())
            Put(level.LevelIndex?.Value, level);
        foreach (var change in list.Elements<LevelOverride>())
        {
            Put(change.LevelIndex?.Value, change.Level);
            if (change.LevelIndex?.Value is >= 0 and < LevelsMax and var at)
                _restarts[at] = change.StartOverrideNumberingValue?.Val?.Value;
        }
    }

    public int Id { get; }

    /// <summary>Lists of one definition count together.</summary>
    public int Definition { get; }

    public int StartOf(int level) => _levels[level]?.StartNumberingValue?.Val?.Value ?? 1;

    /// <summary>Where the list begins anew at a level; null where it goes on.</summary>
    public int? RestartOf(int level) => _restarts[level];

    /// <summary>Whether a level begins anew when a number of a level above it passes.</summary>
    public bool IsResetBy(int level, int above) => _levels[level]?.LevelRestart?.Val?.Value is not { } upTo || above < upTo;

    public int LevelOfStyle(string style) =>
        Array.FindIndex(_levels, level => level?.ParagraphStyleIdInLevel?.Val?.Value == style);

    /// <summary>The number as printed: 第%1章 with the number of that level in its own form.</summary>
    public string Print(int at, Func<int, int> valueOf)
    {
        var level = _levels[at];
        var format = level?.NumberingFormat?.Val?.Value;
        if (format is null)
            return "";
        if (format == NumberFormatValues.Bullet)
            return Bullet;

        var text = level!.LevelText?.Val?.Value ?? "";
        var legal = level.IsLegalNumberingStyle is { } style && style.Val?.Value is not false;
        for (var k = 0; k < LevelsMax; k++)
        {
            var place = $"%{k + 1}";
            if (text.Contains(place, StringComparison.Ordinal))
            {
                var form = legal ? NumberFormatValues.Decimal : _levels[k]?.NumberingFormat?.Val?.Value ?? NumberFormatValues.Decimal;
                text = text.Replace(place, WordNumeral.Write(valueOf(k), form), StringComparison.Ordinal);
            }
        }

        return text.Trim();
    }

    private void Put(int? at, Level? level)
    {
        if (at is >= 0 and < LevelsMax && level is not null)
            _levels[at.Value] = level;
    }
}
