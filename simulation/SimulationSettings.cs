namespace Supervision.Simulation;

/// <summary>What a simulation is played with. The same settings with the same plan give the same ledger, on any day.</summary>
/// <param name="Seed">All chance comes from it.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day that is played.</param>
/// <param name="AcknowledgeDays">Working days to acknowledge; null for what the shipped definition says.</param>
internal sealed record SimulationSettings(int Seed, DateOnly From, DateOnly Until, int? AcknowledgeDays = null)
{
    public const int MonthsMax = 36;

    /// <summary>The limit of the shipped definition, in working days.</summary>
    public const int ShippedAcknowledgeDays = 3;

    public int AcknowledgeLimit => AcknowledgeDays ?? ShippedAcknowledgeDays;
}
