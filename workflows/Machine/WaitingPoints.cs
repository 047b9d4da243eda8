using System.Globalization;

namespace Supervision.Workflows;

/// <summary>The bookmarks of a burst, in the order in which they were made; found by themselves and by the run that waits.</summary>
internal sealed class WaitingPoints
{
    private readonly SortedDictionary<int, Bookmark> _byNumber = [];
    private readonly Dictionary<int, List<int>> _ofRun = [];

    public WaitingPoints(IEnumerable<Bookmark> bookmarks)
    {
        foreach (var bookmark in bookmarks) Add(bookmark);
    }

    public IEnumerable<Bookmark> InOrder => _byNumber.Values;

    public bool Has(Bookmark bookmark) => _byNumber.ContainsKey(NumberOf(bookmark));

    public void Add(Bookmark bookmark)
    {
        _byNumber.Add(NumberOf(bookmark), bookmark);
        if (!_ofRun.TryGetValue(bookmark.Run, out var numbers)) _ofRun[bookmark.Run] = numbers = [];
        numbers.Add(NumberOf(bookmark));
    }

    public void Replace(Bookmark bookmark) => _byNumber[NumberOf(bookmark)] = bookmark;

    public void EndOf(ActivityRun run)
    {
        if (!_ofRun.Remove(run.Id, out var numbers)) return;
        foreach (var number in numbers) _byNumber.Remove(number);
    }

    private static int NumberOf(Bookmark bookmark) => int.Parse(bookmark.Id, CultureInfo.InvariantCulture);
}
