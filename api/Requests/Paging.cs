using Supervision.Language;
using Supervision.Plans;
using Supervision.Registers;

namespace Supervision.Api.Requests;

/// <summary>Which page of a list that an actor keeps is asked for.</summary>
internal static class Paging
{
    public const int Usual = 100;

    /// <param name="cursor">What <c>next</c> of the page before said.</param>
    public static Receipt.Refused? FlawOf(long cursor, int limit) =>
        limit is < 1 or > PlanReviews.PageMax ? RegisterRefusals.LimitOutOfRange.With([limit, PlanReviews.PageMax])
        : cursor < 0 ? RegisterRefusals.CursorUnfit.With([])
        : null;
}
