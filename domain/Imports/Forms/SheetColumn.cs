using Supervision.Agencies;
using Supervision.Language;

namespace Supervision.Imports;

/// <summary>One column of a sheet that goes out and comes back.</summary>
/// <param name="Name">Its heading in Chinese and in English; either is read.</param>
/// <param name="Meaning">What the page of explanations says of it.</param>
/// <param name="Show">What its cell says of a row, in one way alone.</param>
/// <param name="Take">Reads another cell into the row; null for a column that is for reading only.</param>
/// <param name="Choices">The values it takes, where they are few.</param>
public sealed record SheetColumn<TRow>(
    Term Name, Term Meaning, Func<TRow, Organisation, string> Show, Func<TRow, string, Organisation, Taken<TRow>>? Take = null,
    IReadOnlyList<string>? Choices = null, int Width = 16)
{
    public bool IsNamed(string heading) => heading == Name.Chinese || heading.Equals(Name.English, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The row after a cell was read, or why it cannot be read.</summary>
public readonly record struct Taken<TRow>(TRow Row, Receipt.Refused? Problem = null)
{
    public static implicit operator Taken<TRow>(TRow row) => new(row);
}

internal static class CellReading
{
    /// <summary>The row with the value that was read, or as it was, and why.</summary>
    public static Taken<TRow> Into<TRow, TValue>(this (TValue Value, Receipt.Refused? Problem) read, TRow row, Func<TValue, TRow> take) =>
        read.Problem is { } no ? new Taken<TRow>(row, no) : new Taken<TRow>(take(read.Value));
}
