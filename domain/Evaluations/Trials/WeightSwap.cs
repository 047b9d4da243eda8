using Supervision.Language;

namespace Supervision.Evaluations;

/// <summary>How far one weight has to move before one agency passes another.</summary>
/// <param name="Weight">The declared weight.</param>
/// <param name="Below">The nearest lower weight at which the order is the other way round; null when there is none.</param>
/// <param name="Above">The nearest higher one.</param>
public sealed record WeightSwap(ItemCode Indicator, AgencyCode Ahead, AgencyCode Behind, Fraction Weight, Fraction? Below, Fraction? Above)
{
    /// <summary>Weights are tried to this many decimals.</summary>
    public const int Decimals = 2;
}

/// <summary>Finds swaps by halving, with the rounded points of the result at every trial and not an approximation of them.</summary>
/// <remarks>
/// Between the declared weight and each end of 0 to 100 the order is taken to change once. So it does where the points of
/// both are straight lines over the weight; with weights spread from what does not apply they are nearly so.
/// </remarks>
public static class WeightSwaps
{
    private const int Scale = 100;

    /// <returns>Null when the weight cannot be moved alone, or one of the two has no total in this group.</returns>
    public static WeightSwap? Find(Evaluation evaluation, ItemCode group, ItemCode indicator, AgencyCode a, AgencyCode b)
    {
        var scheme = evaluation.Bundle.Scheme;
        if (scheme.Groups.FirstOrDefault(part => part.Code == group) is not { } declared
            || evaluation.Lead(declared, a, b) is not { } lead || lead.IsZero)
        {
            return null;
        }

        var (ahead, behind) = lead.IsPositive ? (a, b) : (b, a);
        var weight = declared.WeightOf(indicator);
        if (SchemeTrials.Reweighed(scheme, declared, indicator, weight) is null) return null;

        bool Swaps(int hundredths) =>
            SchemeTrials.Reweighed(scheme, declared, indicator, (Fraction)hundredths / Scale) is { } varied
            && evaluation.Lead(varied, ahead, behind) is { IsNegative: true };
        var here = (weight * Scale).Floor();
        return new WeightSwap(indicator, ahead, behind, weight, Nearest(here, 0, Swaps), Nearest(here + 1, Scale * Scale, Swaps));
    }

    private static Fraction? Nearest(int near, int far, Func<int, bool> swaps)
    {
        if (!swaps(far)) return null;
        if (swaps(near)) return (Fraction)near / Scale;
        while (Math.Abs(far - near) > 1)
        {
            var middle = (near + far) / 2;
            if (swaps(middle)) far = middle;
            else near = middle;
        }

        return (Fraction)far / Scale;
    }
}
