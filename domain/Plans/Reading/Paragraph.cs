using System.Text;

namespace Supervision.Plans;

/// <summary>A paragraph of the original document while it is being read; the file may spread it over many lines.</summary>
/// <remarks>The text is collected piece by piece, because a file of one endless sentence has fifty thousand of them.</remarks>
internal sealed class Paragraph(string text, int line)
{
    public Paragraph(PlanLine line)
        : this(line.Text, line.Number, line.Column) => Target = line.Target;

    public Paragraph(string text, int line, ColumnHead? column)
        : this(text, line) => Column = column;

    private readonly StringBuilder _text = new(text);
    private readonly List<(int Offset, int Line)> _pieces = [(0, line)];
    private readonly bool _isTable = text.StartsWith('|');
    private string _last = text;

    public int Line { get; } = line;

    public int EndLine => _pieces[^1].Line;

    public int Length => _text.Length;

    public string Text => _text.ToString();

    /// <summary>Over the words, where they are a cell of a table.</summary>
    public ColumnHead? Column { get; }

    /// <summary>What a row of a table of indicators says in its cells.</summary>
    public PlanTarget? Target { get; }

    /// <summary>The text, after the head of its column where it has one: 牵头单位：市教育局。</summary>
    public string Printed => Column is not { } column ? Text
        : (column.Words.Length > 0 ? column.Words + "：" : "") + Text + (_isTable || Sentence.IsFinished(Text) ? "" : "。");

    public bool IsTable => Column is null && _isTable;

    public bool IsComplete => IsTable || Column is not null || Sentence.IsFinished(_last) || FieldLabel.Closes(_last);

    /// <summary>Adds a row to its table or the second half to its sentence; false where the paragraph is complete.</summary>
    public bool TryContinue(PlanLine with)
    {
        if (IsTable != with.IsTable || with.Column is not null || (!IsTable && (IsComplete || FieldLabel.Opens(with.Text))))
            return false;

        _text.Append(IsTable ? "\n" : Sentence.Between(_last, with.Text));
        _pieces.Add((_text.Length, with.Number));
        _text.Append(with.Text);
        _last = with.Text;
        return true;
    }

    /// <summary>The line of the file on which a character of <see cref="Text"/> stands.</summary>
    public int LineAt(int offset) => _pieces.FindLast(piece => piece.Offset <= offset).Line;
}
