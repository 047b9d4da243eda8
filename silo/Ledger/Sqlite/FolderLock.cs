using System.Text.Json;

namespace Supervision.Silo.Ledger;

/// <summary>Who serves a folder, for a command that wants to talk to it instead.</summary>
internal sealed record Serving(string Url, int ProcessId);

/// <summary>Held by the one process that writes a folder, and let go by the system when that process dies.</summary>
/// <remarks>
/// Two files, because an exclusively opened file cannot be read by others everywhere: <c>ledger.lock</c> is the lock and
/// empty, <c>ledger.serving</c> says who holds it and means nothing without it.
/// </remarks>
internal sealed class FolderLock : IDisposable
{
    public const string LockName = "ledger.lock";
    public const string ServingName = "ledger.serving";

    private readonly string _folder;
    private readonly FileStream _held;

    private FolderLock(string folder, FileStream held) => (_folder, _held) = (folder, held);

    /// <exception cref="InvalidOperationException">Another process, or this one, writes the folder already.</exception>
    public static FolderLock Take(string folder)
    {
        try
        {
            var held = new FileStream(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.Delete(Path.Combine(folder, ServingName)); // Left by a process that was killed.
            return new FolderLock(folder, held);
        }
        catch (IOException e)
        {
            var by = Read(folder) is { } serving ? $" by process {serving.ProcessId} at {serving.Url}" : "";
            throw new InvalidOperationException(
                $"{folder} is served{by} already; two writers would break the ledger. Talk to that process, or stop it.", e);
        }
    }

    /// <summary>Who holds the lock; null when nobody does, or it has not said so yet.</summary>
    public static Serving? FindServing(string folder)
    {
        if (!Directory.Exists(folder)) return null;

        try
        {
            using var free = new FileStream(Path.Combine(folder, LockName), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return null;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (IOException)
        {
            return Read(folder);
        }
    }

    /// <summary>Tells others where to find this process.</summary>
    public void Announce(string url)
    {
        var path = Path.Combine(_folder, ServingName);
        File.WriteAllText(path + ".new", JsonSerializer.Serialize(new Serving(url, Environment.ProcessId)));
        File.Move(path + ".new", path, overwrite: true);
    }

    public void Dispose()
    {
        File.Delete(Path.Combine(_folder, ServingName));
        _held.Dispose();
    }

    private static Serving? Read(string folder)
    {
        var path = Path.Combine(folder, ServingName);
        return File.Exists(path) ? JsonSerializer.Deserialize<Serving>(File.ReadAllText(path)) : null;
    }
}
