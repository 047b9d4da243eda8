namespace Supervision.Api.Requests;

/// <summary>Whether the caller already has the answer of a tag.</summary>
internal static class EntityTag
{
    public static bool IsKnown(HttpRequest request, string tag) => request.Headers.IfNoneMatch.Any(given => Matches(given, tag));

    private static bool Matches(string? given, string tag) =>
        given?.Split(',').Any(one => one.Trim() is var each && (each == "*" || each == tag || each == $"W/{tag}")) == true;
}
