using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Supervision.Api.Documents.Sheets;

/// <summary>Shows a number as its cell does where that changes its meaning: dates and percentages.</summary>
internal sealed partial class CellFormats
{
    private const int FirstOwnFormat = 164;

    private readonly uint[] _formatOfStyle;
    private readonly Dictionary<uint, string> _own = [];
    private readonly bool _is1904;

    public CellFormats(Stylesheet? styles, bool is1904)
    {
        _is1904 = is1904;
        _formatOfStyle = [.. (styles?.CellFormats?.Elements<CellFormat>() ?? []).Select(format => format.NumberFormatId?.Value ?? 0)];
        foreach (var format in styles?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            _own[format.NumberFormatId?.Value ?? 0] = format.FormatCode?.Value ?? "";
    }

    public string Show(double number, uint style)
    {
        var format = style < _formatOfStyle.Length ? _formatOfStyle[style] : 0;
        var code = Quoted().Replace(_own.GetValueOrDefault(format, ""), "");
        if (format is 9 or 10 || code.Contains('%'))
            return Plain(number * 100) + "%";
        return IsDate(format, code) && DateOf(number) is { } date
            ? Invariant($"{date.Year}年{date.Month}月") + (HasDay(format, code) ? Invariant($"{date.Day}日") : "")
            : Plain(number);
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    // 0.1 + 0.2 is kept as 0.30000000000000004 and shown as 0.3.
    private static string Plain(double number) => number.ToString("G15", CultureInfo.InvariantCulture);

    // 14 to 17 and 22 everywhere; 27 to 36 and 50 to 58 in the Chinese edition.
    private static bool IsDate(uint format, string code) =>
        format is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58
        || (format >= FirstOwnFormat && DateParts().IsMatch(code));

    private static bool HasDay(uint format, string code) =>
        format is not (17 or 27 or 36 or 50 or 52 or 57) && (format < FirstOwnFormat || code.Contains('d', StringComparison.OrdinalIgnoreCase));

    private DateTime? DateOf(double number)
    {
        var days = _is1904 ? number + 1462 : number;
        return days is >= 1 and < 2_958_466 ? DateTime.FromOADate(days) : null;
    }

    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.")]
    private static partial Regex Quoted();

    [GeneratedRegex("[yY]|[dD]")]
    private static partial Regex DateParts();
}
