using System.Globalization;

namespace Supervision.Bench;

/// <summary>Prints as Markdown.</summary>
internal static class Report
{
    public static void Heading(string text) => Console.WriteLine($"\n## {text}\n");

    public static void Say(string text) => Console.WriteLine(text);

    public static void Columns(params string[] names)
    {
        Row(names);
        Row([.. names.Select(_ => "---")]);
    }

    public static void Row(params string[] cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");

    /// <summary>Whether a target was met, in words.</summary>
    public static bool Claim(string claim, bool met)
    {
        Console.WriteLine($"\n{(met ? "met" : "MISSED")}: {claim}");
        return met;
    }

    public static string Number(double value, string format = "N0") => value.ToString(format, CultureInfo.InvariantCulture);
}
