using System.Text;

namespace Supervision.Api.Documents.Sheets;

/// <summary>Splits text into rows of cells; a quoted cell may hold separators, line ends and doubled quotes.</summary>
internal sealed class CsvRows(string text, char separator)
{
    private const int CellsOfRowMax = 64;

    private int _at;
    private int _line = 1;

    /// <returns>The line each row begins at, from 1, and its cells without blanks around them.</returns>
    public IEnumerable<(int Line, IReadOnlyList<string> Cells)> Read()
    {
        while (_at < text.Length)
        {
            var (line, cells) = (_line, new List<string>());
            do
            {
                var cell = Cell().Trim();
                if (cells.Count < CellsOfRowMax)
                    cells.Add(cell);
            }
            while (Takes(separator));
            SkipLineEnd();
            yield return (line, cells);
        }
    }

    private string Cell() => _at < text.Length && text[_at] == '"' ? Quoted() : Bare();

    private string Bare()
    {
        var start = _at;
        while (_at < text.Length && text[_at] != separator && text[_at] is not ('\r' or '\n'))
            _at++;
        return text[start.._at];
    }

    private string Quoted()
    {
        var cell = new StringBuilder();
        for (_at++; _at < text.Length; _at++)
        {
            if (text[_at] == '"' && (++_at == text.Length || text[_at] != '"'))
                break;
            _line += text[_at] == '\n' ? 1 : 0;
            cell.Append(text[_at]);
        }

        return cell.ToString() + Bare();
    }

    private bool Takes(char expected)
    {
        if (_at >= text.Length || text[_at] != expected)
            return false;
        _at++;
        return true;
    }

    private void SkipLineEnd()
    {
        Takes('\r');
        Takes('\n');
        _line++;
    }
}
