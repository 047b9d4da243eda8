using System.Security.Cryptography;
using System.Text;
using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Imports;

/// <summary>外部编号: the number that another system or a list has for a task, and the task's id that follows from it.</summary>
/// <remarks>
/// <c>ext.SOURCE.NUMBER</c> where the number is a word of letters, digits, dots and hyphens; else <c>ext.SOURCE..HASH</c>.
/// The same number of the same source is the same task, whichever file names it.
/// </remarks>
public static class ExternalIds
{
    public const string SourceDefault = "list";

    public const int SourceLengthMax = 20;

    private const int WordLengthMax = 40;

    private const int HashBytes = 12;

    private const string Prefix = "ext.";

    public static bool IsSource(string text) => TextId.IsWellFormed(text, SourceLengthMax, allowed: "");

    public static TaskId TaskOf(string source, string number) => new(
        TextId.IsWellFormed(number, WordLengthMax, allowed: ".-") ? $"{Prefix}{source}.{number}" : $"{Prefix}{source}..{HashOf(number)}");

    /// <summary>Without any number a row means what its title and its authority say: the same row again is the same task.</summary>
    public static TaskId TaskOf(string source, string title, AuthorityRecord authority) => new(
        $"{Prefix}{source}..t-{HashOf(string.Join('\n', title, authority.Reference, CellValues.Show(authority.On)))}");

    /// <summary>The number as its list has it; empty where the id does not say.</summary>
    public static string NumberOf(TaskId task)
    {
        var parts = task.Value.Split('.', 3);
        return parts is ["ext", _, { } number] && !number.StartsWith('.') ? number : "";
    }

    private static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, HashBytes));
}
