using Supervision.Language;
using Supervision.Plans;

namespace Supervision.Api.Imports;

/// <summary>The whole review of a plan, page after page.</summary>
/// <param name="Head">The first page: where the plan stands, and what the caller may do.</param>
/// <param name="Items">All items, in the order of their numbers.</param>
internal sealed record ReviewedPlan(PlanReview Head, IReadOnlyList<ReviewedItem> Items)
{
    /// <summary>Null for whoever may not see the review.</summary>
    public static async Task<ReviewedPlan?> FindAsync(IPlanGrain plan, Caller caller)
    {
        if (await plan.ReviewAsync(caller, 0, PlanReviews.PageMax) is not { } head)
            return null;

        var items = head.Items.ToList();
        for (var next = head.Next; next is { } after;)
        {
            var page = await plan.ReviewAsync(caller, after, PlanReviews.PageMax);
            items.AddRange(page!.Items);
            next = page.Next;
        }

        // Somebody who decides meanwhile moves an item to another page.
        return new ReviewedPlan(head, [.. items.DistinctBy(item => item.Item.Path).OrderBy(item => item.Item.Number)]);
    }
}
