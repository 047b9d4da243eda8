using System.Diagnostics;
using System.Globalization;

namespace Supervision.Evaluations;

/// <summary>From a value to an attainment, exactly and without rounding. Formulas: docs/rules/scoring.md, chapter by chapter.</summary>
/// <remarks>Divisions: by target, whole, scale, weight and by target less floor; each was asked before whether it is zero.</remarks>
internal static class AttainmentRules
{
    /// <param name="levels">The values of the function's levels, in its order.</param>
    /// <param name="weight">The declared weight of the indicator in the group; 0 for adjustments.</param>
    public static Outcome Of(Indicator indicator, Measure measure, Measurement own, Fraction[] levels, Fraction weight) =>
        (indicator.Function, own) switch
        {
            (ScoringFunction.MilestoneDay milestone, _) => Milestone(milestone, own as Measurement.Reached),
            (ScoringFunction.ClassTable table, Measurement.InClass { Class: var name }) => InClass(table, name),
            var (function, _) when Measured.ValueOf(measure, own) is { } value =>
                OfValue(function, value, levels, weight, Measured.Values(measure, own, value)),
            _ => throw new UnreachableException($"{indicator.Code} reads a {own.KindName}; InputRules has to refuse it."),
        };

    private static Outcome OfValue(
        ScoringFunction function, Fraction value, Fraction[] levels, Fraction weight, IEnumerable<LineValue> values) => function switch
        {
            ScoringFunction.Ratio ratio => Outcome.Of(
                Ratio(ratio.Direction, value, levels[0], ratio.Cap), [.. values, new("target", levels[0]), new("cap", ratio.Cap)]),
            ScoringFunction.Linear => Outcome.Of(
                Between(value, levels[0], levels[1]), [.. values, new("floor", levels[0]), new("target", levels[1])]),
            ScoringFunction.Difference difference => Outcome.Of(
                Between(value - levels[0], difference.Floor, difference.Target),
                [.. values, new("reference", levels[0]), new("difference", value - levels[0]), new("floor", difference.Floor), new("target", difference.Target)]),
            ScoringFunction.StepTable table => Step(table, value, values),
            ScoringFunction.PerEvent events => Events(events, value, weight, values),
            ScoringFunction.VetoEvent => Outcome.Of(value, [new("events", value)]),
            _ => throw new UnreachableException("Ranks and marks are found with the whole group in view."),
        };

    private static Fraction Ratio(Direction direction, Fraction value, Fraction target, Fraction cap) => direction switch
    {
        Direction.Higher => Fraction.Clamp(value / target, 0, cap),
        _ when !value.IsPositive => cap, // Nothing at all of what there should be little of.
        _ => Fraction.Min(target / value, cap),
    };

    private static Fraction Between(Fraction value, Fraction floor, Fraction target) =>
        Fraction.Clamp((value - floor) / (target - floor), 0, 1);

    private static Outcome Step(ScoringFunction.StepTable table, Fraction value, IEnumerable<LineValue> values)
    {
        var reached = table.Steps.FirstOrDefault(step => table.Direction is Direction.Higher ? value >= step.At : value <= step.At);
        var percent = reached?.Percent ?? table.Otherwise;
        return Outcome.Of(
            percent / Fraction.Hundred, reached is null
                ? [.. values, new("percent", percent)]
                : [.. values, new("at", reached.At), new("percent", percent)]);
    }

    private static Outcome Events(ScoringFunction.PerEvent events, Fraction count, Fraction weight, IEnumerable<LineValue> values)
    {
        var taken = Fraction.Min(count * events.Each, events.Cap);
        return Outcome.Of(
            weight.IsZero ? taken : Fraction.Max(0, Fraction.One - (taken / weight)),
            [.. values.Where(value => value.Name != "value"), new("events", count), new("each", events.Each), new("cap", events.Cap), new("taken", taken)]);
    }

    private static Outcome Milestone(ScoringFunction.MilestoneDay milestone, Measurement.Reached? reached)
    {
        var percent = reached is null ? Fraction.Zero : reached.On <= milestone.DueOn ? Fraction.Hundred : milestone.LatePercent;
        var due = new LineValue("dueOn", Day(milestone.DueOn));
        return Outcome.Of(percent / Fraction.Hundred, reached is null
            ? [due, new("percent", percent)]
            : [due, new("reachedOn", Day(reached.On)), new("percent", percent)]);
    }

    private static Outcome InClass(ScoringFunction.ClassTable table, string name)
    {
        var percent = table.Classes.First(entry => entry.Class == name).Percent;
        return Outcome.Of(percent / Fraction.Hundred, [new("class", name), new("percent", percent)]);
    }

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
