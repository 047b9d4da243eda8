namespace Supervision.Evidence;

/// <summary>The kinds of file that are taken, by what they are and not by what they are called.</summary>
/// <remarks>Nothing that a browser runs (html, svg, xml) and nothing that carries macros.</remarks>
public static class EvidenceTypes
{
    public const string Pdf = "application/pdf";
    public const string Ofd = "application/ofd";
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string PowerPoint = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    public const string Jpeg = "image/jpeg";
    public const string Png = "image/png";
    public const string WebP = "image/webp";
    public const string Tiff = "image/tiff";
    public const string Heic = "image/heic";
    public const string Mp4 = "video/mp4";
    public const string Text = "text/plain";

    /// <summary>With the ending that a download gets.</summary>
    private static readonly Dictionary<string, string> Endings = new()
    {
        [Pdf] = ".pdf",
        [Ofd] = ".ofd",
        [Word] = ".docx",
        [Excel] = ".xlsx",
        [PowerPoint] = ".pptx",
        [Jpeg] = ".jpg",
        [Png] = ".png",
        [WebP] = ".webp",
        [Tiff] = ".tif",
        [Heic] = ".heic",
        [Mp4] = ".mp4",
        [Text] = ".txt",
    };

    // What people call a text or a picture; any other ending would promise another kind of file.
    private static readonly Dictionary<string, string[]> AlsoCalled = new()
    {
        [Text] = [".csv", ".md"],
        [Jpeg] = [".jpeg"],
        [Tiff] = [".tiff"],
    };

    public static bool IsTaken(string type) => Endings.ContainsKey(type);

    /// <summary>The name for a download: the file's own where it ends as its content does, else with that ending added.</summary>
    public static string NameFor(string name, string type)
    {
        var ending = Endings.GetValueOrDefault(type, ".bin");
        string[] fitting = [ending, .. AlsoCalled.GetValueOrDefault(type, [])];
        return fitting.Any(known => name.EndsWith(known, StringComparison.OrdinalIgnoreCase)) ? name : name + ending;
    }
}
