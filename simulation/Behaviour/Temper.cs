using Supervision.Language;

namespace Supervision.Simulation;

/// <summary>How an agency works.</summary>
internal enum Temper
{
    /// <summary>勤勉: in time, and honest about it.</summary>
    Diligent,

    /// <summary>拖沓: moves when it is urged.</summary>
    Slow,

    /// <summary>沉默: moves when the leader in charge is told.</summary>
    Silent,

    /// <summary>应付: at once, with the same words each month and too early.</summary>
    Gaming,
}

internal static class Tempers
{
    /// <summary>By chance for each agency; a simulated city is no judgement on a real one.</summary>
    public static Temper Of(AgencyCode agency, Chance chance) => chance.Of("temper", agency.Value) switch
    {
        < 0.45 => Temper.Diligent,
        < 0.75 => Temper.Slow,
        < 0.87 => Temper.Silent,
        _ => Temper.Gaming,
    };
}
