namespace Supervision.Api;

/// <summary>The folder that holds everything a system keeps. A relative name is taken from where the user called.</summary>
internal sealed record DataFolder
{
    public const string DefaultName = "data";

    public DataFolder(string path) => Path = System.IO.Path.GetFullPath(path);

    public string Path { get; }

    /// <summary>Makes the folder, for the account of this process alone, where it is not there yet.</summary>
    public void Create()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(Path);
        else
            Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public override string ToString() => Path;
}
