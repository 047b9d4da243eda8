using System.Globalization;
using System.Text.RegularExpressions;

namespace Supervision.Plans;

/// <summary>Targets in an English text: at least 5 platforms, by 10 per cent, no more than 3 days.</summary>
internal static partial class EnglishTargets
{
    public static IReadOnlyList<PlanTarget> Read(Passage passage, IReadOnlyList<(int Start, int End)> taken)
    {
        var targets = new List<PlanTarget>();
        foreach (Match clause in Clause().Matches(passage.Text))
        {
            foreach (Match number in Number().Matches(clause.Value))
            {
                var (start, end) = (clause.Index + number.Index, clause.Index + number.Index + number.Length);
                if (taken.Any(span => span.Start < end && start < span.End) || Reference().IsMatch(clause.Value[..number.Index])
                    || IsBaseline(clause.Value, number))
                {
                    continue;
                }

                targets.Add(OfNumber(passage, clause, number));
            }

            if (Halve().Match(clause.Value) is { Success: true } halve)
            {
                targets.Add(new PlanTarget(
                    passage.Quote(clause.Index, clause.Length).Trim(), StrengthOf(clause.Value), halve.Groups["what"].Value.Trim(),
                    TargetComparison.AtLeast, new TargetValue(50m), "%", passage.LineAt(clause.Index + halve.Index)));
            }
        }

        return targets;
    }

    // "from 42% to 25%": the first is where it stands.
    private static bool IsBaseline(string clause, Match number) =>
        clause[..(number.Index + number.Groups["cmp"].Length)].TrimEnd().EndsWith("from", StringComparison.OrdinalIgnoreCase)
        && clause[(number.Index + number.Length)..].TrimStart().StartsWith("to ", StringComparison.OrdinalIgnoreCase);

    private static PlanTarget OfNumber(Passage passage, Match clause, Match number)
    {
        var before = clause.Value[..number.Index];
        var percent = number.Groups["pc"].Success;
        var value = NumberOf(number.Groups["n"].Value);
        return new PlanTarget(
            passage.Quote(clause.Index, clause.Length).Trim(),
            StrengthOf(clause.Value),
            number.Groups["unit"] is { Success: true } unit ? unit.Value : before.Trim(),
            OpOf(before + number.Groups["cmp"].Value, percent),
            new TargetValue(value), percent ? "%" : number.Groups["unit"].Value, passage.LineAt(clause.Index + number.Index));
    }

    private static decimal NumberOf(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number
        : Array.FindIndex(Words, word => word.Equals(text, StringComparison.OrdinalIgnoreCase)) + 2;

    private static readonly string[] Words = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static TargetComparison OpOf(string before, bool percent) =>
        AtMost().IsMatch(before) ? TargetComparison.AtMost
        : LessThan().IsMatch(before) ? TargetComparison.LessThan
        : MoreThan().IsMatch(before) ? TargetComparison.MoreThan
        : AtLeast().IsMatch(before) || percent ? TargetComparison.AtLeast
        : TargetComparison.Exactly;

    private static TargetStrength StrengthOf(string clause) =>
        Strive().IsMatch(clause) ? TargetStrength.Strive : Push().IsMatch(clause) ? TargetStrength.Push : TargetStrength.Must;

    // A reduction by half.
    [GeneratedRegex(@"\bhalv(?:e|ing)\s+(?<what>[a-z][\w' -]{2,60})", RegexOptions.IgnoreCase)]
    private static partial Regex Halve();

    [GeneratedRegex(@"(?:[^.;\n]|\.(?=\d))+")]
    private static partial Regex Clause();

    [GeneratedRegex(
        @"(?<![\w.,/-])(?<cmp>within|at least|not? fewer than|not? less than|a minimum of|more than|over|not? more than|at most|up to|fewer than|less than|under|to|by)?\s*(?<n>\d{1,3}(?:,\d{3})+|\d{1,9}(?:\.\d+)?|(?<=^\s*[A-Z][a-z]+\s|(?:at least|no fewer than|no less than|no more than|at most|fewer than|less than|up to|minimum of|maximum of)\s)(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=\s+[a-z]))(?:\s+(?:out\s+)?of\s+(?:the\s+)?\d[\d,]*)?\s*(?:(?<pc>%|per ?cent\b)|(?=(?:a|per|each|every)\s+(?:year|month|week|day|quarter)\b)(?<=(?:at least|no fewer than|no less than|more than|no more than|at most|fewer than|less than|under|up to)\s+(?:[\d,.]+|[a-z]+)\s*)|(?<unit>(?!(?:by|of|in|and|to|per|for|with|at|from|within|before)\b)(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b)[a-z][a-z-]+(?: (?!(?:by|of|in|and|to|per|for|with|at|from|within|before|across|each)\b)[a-z][a-z-]+){0,2}))",
        RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?:goal|objective|action|phase|section|chapter|table|annex|article|year|version|no\.?|january|february|march|april|may|june|july|august|september|october|november|december)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Reference();

    [GeneratedRegex(@"(?:not? more than|at most|up to|within|not exceed(?:ing)?|a maximum of|(?:reduce|cut|shorten|lower|decrease)\b.{0,200}\bto)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex AtMost();

    [GeneratedRegex(@"(?<!\bnot? )(?:fewer than|less than|under|below)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex LessThan();

    [GeneratedRegex(@"(?<!\bnot? )(?:more than|over|exceed(?:ing)?)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex MoreThan();

    [GeneratedRegex(@"(?:at least|not? fewer than|not? less than|a minimum of|by|to)\s*$|\b(?:build|open|train|plant|establish|create|deliver|install|provide|replace|recruit|add|construct|complete|restore|support)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AtLeast();

    [GeneratedRegex(@"\b(?:aim|seek|strive|explore|endeavou?r|aspire)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Strive();

    [GeneratedRegex(@"\b(?:support|promote|encourage|continue|facilitate|advance|foster)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Push();
}
