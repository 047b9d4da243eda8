using System.Globalization;

namespace Supervision.Silo.Actors;

/// <summary>An answer as the ledger keeps it for a key: the version after the command. Only what was done is kept.</summary>
internal static class AnswerJson
{
    public static string Write(long version) => version.ToString(CultureInfo.InvariantCulture);

    public static long Read(string answer) => long.Parse(answer, CultureInfo.InvariantCulture);
}
