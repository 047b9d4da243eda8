using System.Collections;
using DotLiquid;

namespace Supervision.Workflows.Expressions;

/// <summary>Filters that replace those of the library: what can grow is bounded, and "now" is the recorded instant of the step.</summary>
/// <remarks>Public because the library looks for public methods; each has the library's own parameters.</remarks>
public static class LiquidFilters
{
    internal const string Now = "now";

    /// <summary>The library's <c>date</c>, with the step's clock for the words now and today.</summary>
    public static string Date(Context context, object input, string format)
    {
        ArgumentNullException.ThrowIfNull(context);
        var isNow = input is string word && word.Trim().ToUpperInvariant() is "NOW" or "TODAY";
        return StandardFilters.Date(context, isNow ? context.Registers[Now] : input, format);
    }

    public static string? Append(string? input, string? text) => Join(input, text);

    public static string? Prepend(string? input, string? text) => Join(text, input);

    public static string? Join(IEnumerable? input, string glue = " ")
    {
        if (input is null) return null;
        using var joined = new BoundedText(LiquidTemplate.LengthMax);
        foreach (var (at, item) in input.Cast<object?>().Index())
        {
            if (at > 0) joined.Write(glue);
            joined.Write(item?.ToString());
        }

        return joined.ToString();
    }

    public static string? Replace(Context context, string? input, string? text, string? by = "")
    {
        // The library takes the text as a pattern and may write "by" between every two characters.
        if (input is not null && (long)(input.Length + 1) * (by?.Length ?? 0) > LiquidTemplate.LengthMax)
            throw new FormatException($"What replace may give is longer than {LiquidTemplate.LengthMax} characters.");
        return StandardFilters.Replace(context, input, text, by);
    }

    public static IEnumerable? Concat(IEnumerable? left, IEnumerable? right)
    {
        var both = (left?.Cast<object?>() ?? []).Concat(right?.Cast<object?>() ?? []).Take(LiquidTemplate.IterationsMax + 1).ToList();
        return both.Count <= LiquidTemplate.IterationsMax ? both : throw new FormatException($"The list has more than {LiquidTemplate.IterationsMax} members.");
    }

    private static string? Join(string? left, string? right) => left is null ? right
        : left.Length + (right?.Length ?? 0) <= LiquidTemplate.LengthMax ? left + right
        : throw new FormatException($"The text is longer than {LiquidTemplate.LengthMax} characters.");
}
