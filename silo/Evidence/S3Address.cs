using System.Diagnostics.CodeAnalysis;

namespace Supervision.Silo.Evidence;

/// <summary>Where an S3-compatible store is, and as whom one comes to it.</summary>
/// <param name="Service">Scheme, host and port.</param>
/// <param name="Folder">Before every name; empty, or ending with a slash.</param>
internal sealed record S3Address(string Service, string Bucket, string Folder, string AccessKey, string Secret)
{
    /// <param name="url">Such as <c>https://minio.example:9000/evidence</c>: bucket, and where wanted a folder in it.</param>
    /// <param name="credentials">Access key and secret with a colon between.</param>
    public static bool TryParse(string? url, string? credentials, [NotNullWhen(true)] out S3Address? address)
    {
        address = null;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var at) || at.Scheme is not ("http" or "https") || at.Query.Length > 0) return false;

        var path = at.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (path.Length == 0 || credentials?.Split(':', 2) is not [{ Length: > 0 } key, { Length: > 0 } secret]) return false;

        address = new S3Address(
            at.GetLeftPart(UriPartial.Authority), path[0], string.Concat(path.Skip(1).Select(part => part + "/")), key, secret);
        return true;
    }

    // The secret is one.
    public override string ToString() => $"{Service}/{Bucket}/{Folder}";
}
