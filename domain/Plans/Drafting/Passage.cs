namespace Supervision.Plans;

/// <summary>
/// A heading or a paragraph as rules search it: spaces that only set Chinese and digits apart are gone, full-width
/// digits and letters are plain. What is quoted is always the original.
/// </summary>
internal sealed class Passage
{
    private readonly List<int> _offsets;
    private readonly string _original;
    private readonly Paragraph _paragraph;

    public Passage(Paragraph paragraph)
    {
        _paragraph = paragraph;
        _original = paragraph.Text;
        _offsets = new List<int>(_original.Length);
        var plain = new System.Text.StringBuilder(_original.Length);
        for (var i = 0; i < _original.Length; i++)
        {
            if (char.IsWhiteSpace(_original[i]) && !SetsLatinWordsApart(i) && !IsGap(i))
                continue;
            plain.Append(char.IsWhiteSpace(_original[i]) ? ' ' : Plain(_original[i]));
            _offsets.Add(i);
        }

        Text = plain.ToString();
    }

    public string Text { get; }

    /// <summary>The literal words behind a stretch of <see cref="Text"/>.</summary>
    public string Quote(int start, int length) =>
        length <= 0 ? "" : _original[_offsets[start]..(_offsets[start + length - 1] + 1)];

    /// <summary>The line of the file on which a place of <see cref="Text"/> stands.</summary>
    public int LineAt(int start) => _paragraph.LineAt(_offsets[Math.Min(start, _offsets.Count - 1)]);

    private bool SetsLatinWordsApart(int at) =>
        at > 0 && at + 1 < _original.Length && char.IsAscii(_original[at - 1]) && char.IsAscii(_original[at + 1]);

    // Two fields on one line are set apart by a tab, a full-width space or several spaces.
    private bool IsGap(int at) =>
        (_original[at] == ' ' && BetweenAgencies(at)) ||
        (_original[at] is '\t' or '　' ? at == 0 || !char.IsWhiteSpace(_original[at - 1])
        : at > 0 && _original[at] == ' ' && at + 1 < _original.Length && _original[at + 1] == ' ' && !char.IsWhiteSpace(_original[at - 1]));

    // 市公安局 市住建局: a blank between what ends one name and begins the next.
    private bool BetweenAgencies(int at) => at > 0 && at + 1 < _original.Length
        && "局委办厅部府会院".Contains(_original[at - 1], StringComparison.Ordinal) && "省市县区州旗各国".Contains(_original[at + 1], StringComparison.Ordinal);

    private static char Plain(char c) => c switch
    {
        >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' or '％' or '＋' => (char)(c - '！' + '!'),
        '○' => '〇',
        _ => c,
    };
}
