using System.Text.Json.Serialization;

namespace Supervision.Evaluations;

/// <summary>Which way a value is better.</summary>
public enum Direction { Higher, Lower }

/// <summary>How a measured value becomes an attainment (得分率), a share of the weight. Formulas: docs/rules/scoring.md.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Ratio), "ratio")]
[JsonDerivedType(typeof(Linear), "linear")]
[JsonDerivedType(typeof(StepTable), "step")]
[JsonDerivedType(typeof(RankOrder), "rank")]
[JsonDerivedType(typeof(MilestoneDay), "milestone")]
[JsonDerivedType(typeof(PerEvent), "per-event")]
[JsonDerivedType(typeof(ClassTable), "class")]
[JsonDerivedType(typeof(Difference), "difference")]
[JsonDerivedType(typeof(PanelMean), "panel")]
[JsonDerivedType(typeof(VetoEvent), "veto")]
public abstract record ScoringFunction
{
    private ScoringFunction() { }

    /// <summary>The numbers it is held against, in a fixed order.</summary>
    public virtual IReadOnlyList<Level> Levels => [];

    /// <summary>The name on disk.</summary>
    public string KindName => this switch
    {
        Ratio => "ratio",
        Linear => "linear",
        StepTable => "step",
        RankOrder => "rank",
        MilestoneDay => "milestone",
        PerEvent => "per-event",
        ClassTable => "class",
        Difference => "difference",
        PanelMean => "panel",
        VetoEvent => "veto",
        _ => throw new System.Diagnostics.UnreachableException("Name the new function here and above."),
    };

    /// <summary>Value against target, at least 0 and at most <paramref name="Cap"/>, where 1 is the whole weight.</summary>
    public sealed record Ratio(Direction Direction, Level Target, Fraction Cap) : ScoringFunction
    {
        public override IReadOnlyList<Level> Levels => [Target];
    }

    /// <summary>Nothing at the floor, all at the target, straight between; a floor above the target means lower is better.</summary>
    public sealed record Linear(Level Floor, Level Target) : ScoringFunction
    {
        public override IReadOnlyList<Level> Levels => [Floor, Target];
    }

    /// <summary>The first step that is reached decides; they stand from the best to the worst.</summary>
    public sealed record StepTable(Direction Direction, IReadOnlyList<ScoreStep> Steps, Fraction Otherwise) : ScoringFunction;

    /// <summary>From <paramref name="Best"/> percent for the first of the group to <paramref name="Worst"/> for the last.</summary>
    public sealed record RankOrder(Direction Direction, Fraction Best, Fraction Worst) : ScoringFunction;

    /// <summary>All when reached by the due day, <paramref name="LatePercent"/> when later, nothing when not.</summary>
    public sealed record MilestoneDay(DateOnly DueOn, Fraction LatePercent) : ScoringFunction;

    /// <summary>So many points an event, at most <paramref name="Cap"/>: taken, or added by a bonus.</summary>
    public sealed record PerEvent(Fraction Each, Fraction Cap) : ScoringFunction;

    /// <summary>A percentage for each class, from the best to the worst.</summary>
    public sealed record ClassTable(IReadOnlyList<ScoreClass> Classes) : ScoringFunction;

    /// <summary>As <see cref="Linear"/>, of the value less a reference.</summary>
    public sealed record Difference(Level Reference, Fraction Floor, Fraction Target) : ScoringFunction
    {
        public override IReadOnlyList<Level> Levels => [Reference];
    }

    /// <summary>The mean of the judges' marks against the end of their scale, which begins at 0.</summary>
    /// <param name="TrimFrom">From so many marks on the highest and the lowest are dropped; 0 for never.</param>
    /// <param name="MarksMin">With fewer marks the value is missing.</param>
    public sealed record PanelMean(ItemCode Panel, Fraction Scale, int TrimFrom, int MarksMin, AbsentMark Absent) : ScoringFunction;

    /// <summary>One event is enough: no grade better than <paramref name="Ceiling"/>.</summary>
    public sealed record VetoEvent(ItemCode Ceiling) : ScoringFunction;
}

public sealed record ScoreStep(Fraction At, Fraction Percent);

public sealed record ScoreClass(string Class, Fraction Percent);

/// <summary>What the mark of a judge is that may score and has not.</summary>
public enum AbsentMark
{
    /// <summary>The mean is that of the marks there are.</summary>
    Skip,

    /// <summary>The value of the indicator is missing.</summary>
    Missing,
}
