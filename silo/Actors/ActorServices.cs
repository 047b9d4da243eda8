using Supervision.Agencies;
using Supervision.Calendars;
using Supervision.Silo.Ledger;
using Supervision.Silo.Processes;

namespace Supervision.Silo.Actors;

/// <summary>What every actor with a stream needs.</summary>
internal sealed record ActorServices(
    ILedger Ledger, TimeProvider Clock, DefinitionSource Definitions, WorkingCalendar Calendar, Organisation Organisation)
{
    public OfficeDays Days { get; } = new(Calendar);
}
