using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Supervision.Api.Problems;
using Supervision.Plans;

namespace Supervision.Api.Documents.Word;

/// <summary>
/// Reads the body of a docx: paragraphs with the numbers that Word puts before them, tables row by row, text boxes
/// after the paragraph they hang on. Headers, footers, notes and comments are not the plan and stay out.
/// </summary>
/// <remarks>The body is walked paragraph by paragraph: the tree of objects of the whole would be ten times the file.</remarks>
internal sealed class WordReader
{
    private readonly DocumentLines _lines = new();
    private readonly WordText _text;
    private WordTable? _table;
    private WordParagraph? _cut;
    private int _number;

    private WordReader(WordText text) => _text = text;

    public static PlanDocument Read(byte[] content, string name)
    {
        OfficePackage.Check(content, name);
        using var document = WordprocessingDocument.Open(new MemoryStream(content), isEditable: false);
        var main = document.MainDocumentPart?.Checked(name) ?? throw new InvalidDataException("No main part.");
        var styles = new WordStyles(main.StyleDefinitionsPart?.Checked(name).Styles);
        var numbering = new WordNumbering(main.NumberingDefinitionsPart?.Checked(name).Numbering, styles);

        var reader = new WordReader(new WordText(styles, numbering));
        reader.ReadBody(main);
        if (reader._lines.All.Count == 0 && main.ImageParts.Any())
            throw new RefusedException(PlanReadingRefusals.NoTextLayer.With([name]));
        return new PlanDocument(PlanFormat.Docx, null, reader._lines.All);
    }

    private void ReadBody(MainDocumentPart main)
    {
        using var body = OpenXmlReader.Create(main);
        while (body.Read())
        {
            if (!body.IsStartElement)
            {
                if (body.ElementType == typeof(Table))
                    _table = null;
            }
            else if (body.ElementType == typeof(Table))
            {
                _table = new WordTable(_text);
            }
            else if (body.ElementType == typeof(TableGrid) && _table is not null)
            {
                _table.ColumnCount = body.LoadCurrentElement()!.Elements<GridColumn>().Count();
            }
            else if (body.ElementType == typeof(TableRow) && body.LoadCurrentElement() is TableRow row)
            {
                Add(row);
            }
            else if (body.ElementType == typeof(Paragraph) && body.LoadCurrentElement() is Paragraph paragraph)
            {
                Add(paragraph);
            }
        }
    }

    private void Add(TableRow row)
    {
        _number++;
        _table ??= new WordTable(_text);
        if (_table.Read(row) is not { } cells)
            return;
        if (_table.IsFrame)
            AddLines(cells.Single());
        else
            _lines.Add(PlanLine.Row(_number, cells, _table.RowCount == 1));
    }

    private void Add(Paragraph paragraph)
    {
        _number++;
        var read = _text.Read(paragraph, _cut);
        _cut = read.GoesOn ? read : null;
        if (read.GoesOn || read.IsOfContents)
            return;

        var first = true;
        foreach (var line in read.Lines)
        {
            var clean = PlanLine.Plain(_number, line.Text, afterBlank: false, first ? read.Depth : 0);
            _lines.Add(clean is null || !line.IsBold ? clean : clean with { BoldStart = Math.Max(0, line.BoldStart - BulletOf(clean)), BoldEnd = line.BoldEnd - BulletOf(clean) });
            first = false;
        }

        foreach (var box in WordText.BoxesOf(paragraph))
            AddLines(_text.Of(box));
    }

    // The line has lost its bullet and the blank after it.
    private static int BulletOf(PlanLine line) => line.IsBullet ? 2 : 0;

    private void AddLines(string text)
    {
        foreach (var line in text.Split('\n'))
            _lines.Add(PlanLine.Plain(_number, line, afterBlank: false));
    }
}
