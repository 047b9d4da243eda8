using Supervision.Language;

namespace Supervision.Workflows.View;

/// <summary>The language of a picture's own words. What a definition's author wrote stays as it is.</summary>
public enum PictureLanguage
{
    Chinese,
    English,
}

internal static class PictureLanguages
{
    public static string In(this Term term, PictureLanguage language) =>
        language == PictureLanguage.English ? term.English : term.Chinese;
}
