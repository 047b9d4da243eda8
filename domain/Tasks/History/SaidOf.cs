using System.Globalization;
using Supervision.Agencies;
using Supervision.Language;

namespace Supervision.Tasks;

/// <summary>Words of values that sentences of history have in common.</summary>
internal static class SaidOf
{
    public static string Chinese(Assignment assignment) => $"牵头 {Name(assignment.Lead).Chinese}，期限 {Day(assignment.DueOn)}";

    public static string English(Assignment assignment) => $"led by {Name(assignment.Lead).English}, due on {Day(assignment.DueOn)}";

    public static Term Name(AgencyCode code) =>
        Organisation.Shipped.Find(code) is { } agency ? new(agency.Name, agency.English) : new(code.Value, code.Value);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Whom a rung of a definition reaches; what it names beside the known ones is said as it stands.</summary>
    public static Term Rung(string to) => to switch
    {
        "liaison" => RoleLabels.Of(Role.Liaison),
        "head" => RoleLabels.Of(Role.AgencyHead),
        "leader-in-charge" => RoleLabels.Of(Role.LeaderInCharge),
        _ => new(to, to),
    };

    public static Term Measure(string what) => what switch
    {
        "bulletin" => new("通报", "bulletin"),
        "interview" => new("约谈", "interview"),
        _ => new(what, what),
    };
}
