namespace Supervision.Evaluations;

public enum MeasureForm
{
    /// <summary>A decimal number in the unit of the measure.</summary>
    Number,

    /// <summary>So many of so many, as a percentage.</summary>
    Rate,

    /// <summary>A class such as the water class III.</summary>
    Class,

    /// <summary>The day on which something was reached, or that it was not.</summary>
    Day,
}

public enum SourceKind
{
    /// <summary>Computed from the ledger up to the cut-off.</summary>
    Ledger,

    /// <summary>Brought in from outside, as by the statistics bureau.</summary>
    Import,

    /// <summary>自评, with evidence, and verified by somebody else.</summary>
    SelfReport,
}

/// <param name="From">Who keeps the numbers, in words.</param>
public sealed record MeasureSource(SourceKind Kind, string From);

/// <summary>Shrinkage of a rate of few cases: so many cases at so many percent are counted in, declared before the year.</summary>
public sealed record Prior(Fraction Cases, Fraction Percent);

/// <summary>Something that is measured of an agency, for one or more indicators.</summary>
/// <param name="Unit">One of <see cref="MeasureUnits"/>; it goes with the form.</param>
/// <param name="Prior">Of a rate alone.</param>
public sealed record Measure(ItemCode Code, string Name, MeasureForm Form, string Unit, MeasureSource Source, Prior? Prior = null);

/// <summary>Every unit there is. A measurement in another one is refused, never converted.</summary>
public static class MeasureUnits
{
    public const string Rate = "percent";
    public const string Class = "class";
    public const string Day = "day-of-year";

    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>
    {
        [Rate] = "%",
        ["percentage-point"] = "个百分点",
        ["point"] = "分",
        ["index"] = "指数",
        ["count"] = "个（家、件、项、次）",
        ["person"] = "人",
        ["household"] = "户",
        ["yuan"] = "元",
        ["yuan-10k"] = "万元",
        ["yuan-100m"] = "亿元",
        ["minute"] = "分钟",
        ["hour"] = "小时",
        ["day"] = "天",
        ["working-day"] = "工作日",
        ["metre"] = "米",
        ["kilometre"] = "公里",
        ["square-metre"] = "平方米",
        ["mu"] = "亩",
        ["hectare"] = "公顷",
        ["square-kilometre"] = "平方公里",
        ["kilogram"] = "千克",
        ["tonne"] = "吨",
        ["tonne-10k"] = "万吨",
        ["cubic-metre"] = "立方米",
        ["megawatt"] = "兆瓦",
        ["kilowatt-hour"] = "千瓦时",
        ["microgram-per-cubic-metre"] = "微克/立方米",
        [Class] = "类别",
        [Day] = "日期",
    };

    public static bool Fits(MeasureForm form, string unit) => form switch
    {
        MeasureForm.Rate => unit == Rate,
        MeasureForm.Class => unit == Class,
        MeasureForm.Day => unit == Day,
        _ => Names.ContainsKey(unit) && unit is not (Class or Day),
    };
}
