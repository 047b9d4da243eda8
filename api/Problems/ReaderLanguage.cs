namespace Supervision.Api.Problems;

/// <summary>Chinese, unless the request asks for English more than for Chinese.</summary>
internal static class ReaderLanguage
{
    public static bool IsEnglish(HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().AcceptLanguage;
        return Weight(wanted, "en") > Weight(wanted, "zh");
    }

    private static double Weight(IList<Microsoft.Net.Http.Headers.StringWithQualityHeaderValue> wanted, string language) =>
        wanted
            .Where(entry => entry.Value.StartsWith(language, StringComparison.OrdinalIgnoreCase))
            .Select(entry => entry.Quality ?? 1)
            .DefaultIfEmpty(0)
            .Max();
}
