namespace Supervision.Workflows.View;

/// <summary>Draws a definition, or an instance of it, as SVG: a pure function, the same bytes for the same arguments.</summary>
/// <remarks>No script, nothing loaded from elsewhere; every text of the definition's author is escaped.</remarks>
public static class ProcessPicture
{
    private const int SheetPadding = 28;
    private const int HeaderHeight = 40;

    /// <param name="standing">Where an instance stands; null for the definition alone.</param>
    /// <returns>UTF-8.</returns>
    public static byte[] Draw(WorkflowDefinition definition, PictureLanguage language, Standing? standing = null)
    {
        var root = IsSheet(definition.Root) ? definition.Root.Id : null;
        return new PictureWriter(language, standing).Write(Lay(definition, language), TitleOf(definition), root);
    }

    /// <summary>Everything at its place. The sheet itself is the frame of a root that is a flowchart or a sequence.</summary>
    internal static Block Lay(WorkflowDefinition definition, PictureLanguage language)
    {
        var builder = new BlockBuilder(language);
        var content = IsSheet(definition.Root) ? builder.Content(definition.Root) : builder.Of(definition.Root);
        var title = TitleOf(definition);
        var width = Math.Max(content.Width, TextFit.Width(title, PictureWriter.TitleSize)) + 2 * SheetPadding;
        return new(
            width, content.Height + 2 * SheetPadding + HeaderHeight,
            [.. content.At((width - content.Width) / 2, SheetPadding + HeaderHeight)]);
    }

    private static bool IsSheet(ActivityNode root) => Inside.Of(root) is { Chart.IsEmpty: false, Branches.IsEmpty: true };

    private static string TitleOf(WorkflowDefinition definition)
    {
        var title = TextFit.Clean(definition.Name.Length > 0 ? definition.Name : definition.DefinitionId);
        return TextFit.Cut(title.Length > 0 ? title : "?", PictureWriter.TitleSize, 720);
    }
}
