using System.Globalization;

namespace Supervision.Silo.Ledger;

/// <summary>The key and the anchor as two files in a folder that the host names, outside the data folder.</summary>
/// <remarks>A thief of the data gets neither; a backup of the data that is put back later is told by the anchor.</remarks>
internal sealed class SealFolder(string folder)
{
    public const string KeyName = "seal.key";
    public const string AnchorName = "seal.anchor";

    public SealKey? FindKey()
    {
        var path = Path.Combine(folder, KeyName);
        return File.Exists(path) ? new SealKey(Convert.FromHexString(File.ReadAllText(path).Trim())) : null;
    }

    /// <summary>Made on the first day of a store; readable by its owner alone.</summary>
    public SealKey FindOrMakeKey()
    {
        if (FindKey() is { } found) return found;

        var made = SealKey.New();
        Write(KeyName, made.ToHex());
        return made;
    }

    public Anchor? FindAnchor()
    {
        var path = Path.Combine(folder, AnchorName);
        return File.Exists(path) && File.ReadAllText(path).Split(' ') is [var number, var root]
            ? new Anchor(long.Parse(number, CultureInfo.InvariantCulture), root.Trim())
            : null;
    }

    public void Remember(Anchor anchor) => Write(AnchorName, $"{anchor.Number} {anchor.Root}");

    // To the disk before it takes the old one's name: half an anchor would accuse an honest store.
    private void Write(string name, string text)
    {
        Directory.CreateDirectory(folder);
        var (path, fresh) = (Path.Combine(folder, name), Path.Combine(folder, name + ".new"));
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        using (var file = new FileStream(fresh, options))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(text + "\n"));
            file.Flush(flushToDisk: true);
        }

        File.Move(fresh, path, overwrite: true);
    }
}
