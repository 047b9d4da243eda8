using Supervision.Language;

namespace Supervision.Registers;

/// <summary>Which page of a list.</summary>
/// <param name="Order">The name of the list's order; a cursor belongs to one.</param>
public readonly record struct PageQuery(string Order, PageCursor? Cursor, int Limit)
{
    public const int LimitMax = 200;

    /// <summary>What is wrong with it, or null.</summary>
    public (Refusal Refusal, object[] Values)? Flaw() =>
        Limit is < 1 or > LimitMax ? (RegisterRefusals.LimitOutOfRange, [Limit, LimitMax])
        : Cursor is { } cursor && cursor.Order != Order ? (RegisterRefusals.CursorUnfit, [])
        : null;

    /// <summary>For the register itself: the edge should have asked before.</summary>
    /// <exception cref="ArgumentException">The query has a flaw; the message is the refusal's.</exception>
    public void RequireFlawless()
    {
        if (Flaw() is { } flaw)
            throw new ArgumentException(flaw.Refusal.With(flaw.Values).English);
    }
}
