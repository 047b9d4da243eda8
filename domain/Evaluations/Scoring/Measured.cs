namespace Supervision.Evaluations;

/// <summary>What a measurement is as a number.</summary>
internal static class Measured
{
    /// <summary>The number, or the rate in percent with the prior of its measure counted in; null for anything else.</summary>
    public static Fraction? ValueOf(Measure? measure, Measurement? measurement) => measurement switch
    {
        Measurement.Number number => number.Value,
        Measurement.Rate { Whole.IsPositive: true } rate when measure?.Prior is { } prior =>
            ((Fraction.Hundred * rate.Part) + (prior.Cases * prior.Percent)) / (rate.Whole + prior.Cases),
        Measurement.Rate { Whole.IsPositive: true } rate => Fraction.Hundred * rate.Part / rate.Whole,
        _ => null,
    };

    /// <summary>The number and, where it was computed, what from.</summary>
    public static IEnumerable<LineValue> Values(Measure measure, Measurement measurement, Fraction value)
    {
        if (measurement is Measurement.Rate rate)
        {
            yield return new LineValue("part", rate.Part);
            yield return new LineValue("whole", rate.Whole);
            if (measure.Prior is { } prior)
            {
                yield return new LineValue("priorCases", prior.Cases);
                yield return new LineValue("priorPercent", prior.Percent);
            }
        }

        yield return new LineValue("value", value);
    }
}
