namespace Supervision.Silo.Headless;

/// <summary>What the command line and the environment say, unread. The command line goes first; an empty value is none.</summary>
internal sealed class SiloArguments
{
    private readonly Dictionary<SiloSetting, string> _given = [];
    private readonly Func<string, string?> _environment;

    /// <exception cref="SettingRefusedException">An argument is not known or lacks its value.</exception>
    public SiloArguments(IReadOnlyList<string> arguments, Func<string, string?> environment)
    {
        _environment = environment;
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            if (argument is "--help" or "-h") IsHelp = true;
            else if (argument is "init" && i == 0) IsInit = true;
            else i += Take(argument, i + 1 < arguments.Count ? arguments[i + 1] : null);
        }
    }

    public bool IsHelp { get; }

    public bool IsInit { get; }

    /// <exception cref="SettingRefusedException">The setting has no default and was not given.</exception>
    public string Find(SiloSetting setting) =>
        _given.TryGetValue(setting, out var given) && given.Length > 0 ? given
        : _environment(setting.Name) is { Length: > 0 } found ? found
        : setting.Default ?? throw SettingRefusedException.Missing(setting);

    // As "--option value" or "--option=value"; returns how many further arguments were used up.
    private int Take(string argument, string? next)
    {
        var parts = argument.Split('=', 2);
        var setting = SiloSetting.All.FirstOrDefault(known => known.Option is { } option && option == parts[0])
            ?? throw SettingRefusedException.Unknown(parts[0]);
        _given[setting] = parts.Length == 2 ? parts[1] : next ?? throw SettingRefusedException.Missing(setting);
        return parts.Length == 2 ? 0 : 1;
    }
}
