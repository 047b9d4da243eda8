using System.Runtime.InteropServices;
using System.Text;

namespace Supervision.Silo.Evidence;

/// <summary>Changes of a folder that outlive a power cut. The content of a file is flushed by whoever writes it.</summary>
internal static class Durably
{
    private const int ReadOnly = 0;

    /// <summary>A new file that only the account of this process may read.</summary>
    public static FileStreamOptions NewFile
    {
        get
        {
            var options = new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                BufferSize = 0,
                Options = FileOptions.Asynchronous,
            };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            return options;
        }
    }

    public static void CreateFolder(string folder)
    {
        if (Directory.Exists(folder)) return;

        var parent = Path.GetDirectoryName(Path.GetFullPath(folder))!;
        CreateFolder(parent);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Flush(parent);
    }

    /// <summary>Replaces what was there.</summary>
    public static void Move(string from, string to)
    {
        File.Move(from, to, overwrite: true);
        Flush(Path.GetDirectoryName(to)!);
    }

    public static void Delete(string path)
    {
        if (!File.Exists(path)) return;

        File.Delete(path);
        Flush(Path.GetDirectoryName(path)!);
    }

    // The runtime opens no folders; NTFS keeps its names in a journal of its own.
    private static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows()) return;

        var handle = Open(Encoding.UTF8.GetBytes(folder + '\0'), ReadOnly);
        if (handle < 0) throw new IOException($"{folder} cannot be opened to flush it (error {Marshal.GetLastPInvokeError()}).");

        var flushed = FSync(handle);
        var error = Marshal.GetLastPInvokeError();
        _ = Close(handle);
        if (flushed != 0) throw new IOException($"{folder} cannot be flushed (error {error}).");
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FSync(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
