namespace Supervision.Api.Documents.Word;

/// <summary>Where the lists of one definition have got to.</summary>
internal sealed class WordCounters
{
    private readonly int?[] _values = new int?[WordList.LevelsMax];
    private readonly HashSet<int> _begun = [];

    public string Next(WordList list, int at)
    {
        if (_begun.Add(list.Id))
            Begin(list);

        _values[at] = _values[at] + 1 ?? list.StartOf(at);
        for (var below = at + 1; below < WordList.LevelsMax; below++)
        {
            if (list.IsResetBy(below, at))
                _values[below] = null;
        }

        return list.Print(at, level => _values[level] ?? list.StartOf(level));
    }

    private void Begin(WordList list)
    {
        for (var level = 0; level < WordList.LevelsMax; level++)
        {
            if (list.RestartOf(level) is { } start)
                _values[level] = start - 1;
        }
    }
}
