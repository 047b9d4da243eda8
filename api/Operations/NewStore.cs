namespace Supervision.Api.Operations;

/// <summary>A new store in a folder without one: made beside its place and moved when it is whole.</summary>
/// <remarks>So that nobody finds a store without an administrator, or half of an export.</remarks>
internal static class NewStore
{
    private static readonly string Ending = ".new";

    /// <exception cref="InvalidOperationException">The folder holds something already, which is left alone.</exception>
    public static async Task MakeAsync(DataFolder folder, Func<DataFolder, Task> fill)
    {
        if (Directory.Exists(folder.Path) && Directory.EnumerateFileSystemEntries(folder.Path).Any())
            throw new InvalidOperationException($"{folder} 不是空文件夹 · is no empty folder. Choose another with --data.");

        var beside = new DataFolder(folder.Path + Ending);
        if (Directory.Exists(beside.Path))
            throw new InvalidOperationException($"{beside} 是中断后留下的，请先删除 · was left by an attempt that was interrupted. Remove it first.");

        try
        {
            beside.Create();
            await fill(beside);
            if (Directory.Exists(folder.Path))
                Directory.Delete(folder.Path);
            Directory.Move(beside.Path, folder.Path);
        }
        catch
        {
            if (Directory.Exists(beside.Path))
                Directory.Delete(beside.Path, recursive: true);
            throw;
        }
    }
}
