using System.Globalization;

namespace Supervision.Api.Sheets;

/// <summary>One cell of an export: words, a number or a day; the default one is empty.</summary>
internal readonly record struct SheetCell(string? Text, decimal? Number, DateOnly? Day)
{
    public static SheetCell Empty { get; }

    /// <summary>As a line of CSV holds it: guarded text, a plain number, <c>2026-06-30</c>.</summary>
    public override string ToString() =>
        Number?.ToString(CultureInfo.InvariantCulture)
        ?? Day?.ToString("O", CultureInfo.InvariantCulture)
        ?? (Text is null ? "" : CellText.Guarded(Text));

    public static implicit operator SheetCell(string? text) => new(text, null, null);

    public static implicit operator SheetCell(decimal? number) => new(null, number, null);

    public static implicit operator SheetCell(int number) => new(null, number, null);

    public static implicit operator SheetCell(DateOnly? day) => new(null, null, day);
}
