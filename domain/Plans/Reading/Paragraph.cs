using System.Text;

namespace Supervision.Plans;

/// <summary>A paragraph of the original document while it is being read; the file may spread it over many lines.</summary>
/// <remarks>The text is collected piece by piece, because a file of one endless sentence has fifty thousand of them.</remarks>
internal sealed class Paragraph(string text, int line)
{
    private readonly StringBuilder _text = new(text);
    private string _last = text;

    public int Line { get; } = line;

    public int EndLine { get; private set; } = line;

    public string Text => _text.ToString();

    public bool IsTable { get; } = text.StartsWith('|');

    public bool IsComplete => IsTable || Sentence.IsFinished(_last);

    /// <summary>Adds a row to its table or the second half to its sentence; false where the paragraph is complete.</summary>
    public bool TryContinue(PlanLine with)
    {
        if (IsTable != with.IsTable || (IsComplete && !IsTable))
            return false;

        _text.Append(IsTable ? "\n" : Sentence.Between(_last, with.Text)).Append(with.Text);
        _last = with.Text;
        EndLine = with.Number;
        return true;
    }
}
