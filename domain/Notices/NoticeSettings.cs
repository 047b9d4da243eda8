using System.Net.Mail;
using Supervision.Language;

namespace Supervision.Notices;

/// <summary>How a person wants to be told beside the inbox. Times are Asia/Shanghai; on days that are not worked nothing is sent, unless the person is on duty.</summary>
/// <param name="Address">Where mail goes; null for none: then the inbox alone has the notices.</param>
/// <param name="Times">When digests go, in order.</param>
/// <param name="QuietFrom">From then on nothing is sent, until <paramref name="QuietTo"/> of the next working day.</param>
/// <param name="UrgentAtOnce">Urgent ones do not wait for a digest.</param>
/// <param name="ThroughQuietFromRung">Escalations from this rung on go out in quiet hours too; null for none.</param>
/// <param name="NotByMail">Kinds that come to the inbox alone.</param>
/// <param name="EveryDay">值班: on days that are not worked, too.</param>
[GenerateSerializer, Immutable, Alias("NoticeSettings")]
public sealed record NoticeSettings(
    [property: Id(0)] string? Address,
    [property: Id(1)] IReadOnlyList<TimeOnly> Times,
    [property: Id(2)] TimeOnly QuietFrom,
    [property: Id(3)] TimeOnly QuietTo,
    [property: Id(4)] bool UrgentAtOnce,
    [property: Id(5)] int? ThroughQuietFromRung,
    [property: Id(6)] IReadOnlyList<string> NotByMail,
    [property: Id(7)] bool EveryDay = false)
{
    public const int TimesMax = 6;
    public const int AddressLengthMax = 254;

    /// <summary>What holds until the person says otherwise. Leaders get one digest a day, those who answer letters two.</summary>
    public static NoticeSettings DefaultOf(IReadOnlyList<Role> roles)
    {
        var isAnswering = roles.Any(role => role is Role.Liaison or Role.Handler or Role.OfficeClerk);
        var isUrged = roles.Any(role => role is not (Role.LeaderInCharge or Role.Auditor or Role.Evaluator));
        return new NoticeSettings(
            null, isAnswering ? [new(9, 0), new(14, 30)] : [new(9, 0)], new(19, 0), new(8, 0), isUrged, null, []);
    }

    /// <summary>What is wrong with them, or null.</summary>
    public (Refusal Refusal, object[] Values)? Flaw() =>
        Address is not null && !IsAddress(Address) ? (NoticeRefusals.AddressUnfit, [])
        : Times.Count is < 1 or > TimesMax || !Times.SequenceEqual(Times.Distinct().Order()) ? (NoticeRefusals.TimesUnfit, [TimesMax])
        : ThroughQuietFromRung is < 1 ? (NoticeRefusals.RungUnfit, [])
        : NotByMail.FirstOrDefault(kind => !NoticeRules.Kinds.Contains(kind)) is { } unknown ? (NoticeRefusals.KindUnknown, [unknown])
        : null;

    // A line break in an address would begin a header of its own.
    private static bool IsAddress(string address) =>
        address.Length <= AddressLengthMax && !address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>' or ',' or ';')
        && MailAddress.TryCreate(address, out var read) && read.Address == address;
}
