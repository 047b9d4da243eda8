using Supervision.Agencies;
using Supervision.Imports;

namespace Supervision.Api.Sheets;

/// <summary>Writes the sheets of a form: the table, which comes back, and the page that explains its columns.</summary>
internal sealed class FormWriter<TRow> : IDisposable
{
    private const int ExplanationWidth = 48;

    private readonly SheetForm<TRow> _form;
    private readonly Organisation _organisation;
    private readonly SheetWriter _book;

    /// <summary>Begins the table with both its heads; disposing ends the file and leaves the stream open.</summary>
    public FormWriter(Stream stream, SheetForm<TRow> form, Organisation organisation)
    {
        (_form, _organisation, _book) = (form, organisation, new SheetWriter(stream));
        _book.BeginSheet(form.Name.Chinese, [.. form.Columns.Select(column => (column.Name.Chinese, (double)column.Width))]);
        for (var i = 0; i < form.Columns.Count; i++)
        {
            if (form.Columns[i].Choices is { } choices)
                _book.Offer(i, choices);
        }

        _book.Row([.. form.Columns.Select(column => (SheetCell)column.Name.English)]);
    }

    public void Row(TRow row) => _book.Row([.. _form.Columns.Select(column => CellOf(column.Show(row, _organisation)))]);

    public void Dispose()
    {
        _book.BeginSheet("说明", ("列 Column", 16), ("英文 English", 20), ("说明", ExplanationWidth), ("Explanation", ExplanationWidth), ("可选值 Values", ExplanationWidth));
        foreach (var column in _form.Columns)
            _book.Row(column.Name.Chinese, column.Name.English, column.Meaning.Chinese, column.Meaning.English, string.Join('、', column.Choices ?? []));
        _book.Dispose();
    }

    private static SheetCell CellOf(string text) => text.Length == 0 ? SheetCell.Empty : text;
}
