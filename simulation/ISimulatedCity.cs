using Supervision.Language;

namespace Supervision.Simulation;

/// <summary>A city that a simulation plays in: its actors behind their interfaces, and a clock that the player moves.</summary>
internal interface ISimulatedCity
{
    IGrainFactory Grains { get; }

    /// <summary>How many feeds there are.</summary>
    int Shards { get; }

    DateTimeOffset Now { get; }

    /// <summary>The person, sealed for one call.</summary>
    Caller As(Caller person);

    /// <summary>Moves the clock from due time to due time; each is fired at its own instant and followed to the end before the next.</summary>
    Task GoToAsync(DateTimeOffset instant);

    /// <summary>The barrier: returns when nothing follows any more from what was recorded.</summary>
    Task SettleAsync();
}
