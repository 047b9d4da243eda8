using Supervision.Api.Security;

namespace Supervision.Api;

/// <summary>The one password of all accounts of a demo store: made by chance for each store, and shown at every start.</summary>
internal static class DemoPassword
{
    private static readonly string Name = "demo-password.txt";

    public static async Task<string> OfAsync(DataFolder folder, CancellationToken cancellation)
    {
        var path = folder.File(Name);
        if (File.Exists(path))
            return (await File.ReadAllTextAsync(path, cancellation)).Trim();

        var made = OneTimePassword.Make();
        await PrivateFile.WriteAsync(path, made + "\n", cancellation);
        return made;
    }
}
