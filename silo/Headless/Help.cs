namespace Supervision.Silo.Headless;

/// <summary><c>--help</c>: the verbs and every setting with both of its names.</summary>
internal static class Help
{
    public static int Write(TextWriter to)
    {
        to.WriteLine("用法 Usage: silo [init] [--option value …]");
        to.WriteLine();
        to.WriteLine("  （无 none）  作为集群成员运行，直到收到 SIGTERM · run as a member of the cluster until SIGTERM");
        to.WriteLine("  init       开设首批管理员账号，一次性密码只显示一次 · open the first administrators and show their passwords once");
        to.WriteLine();
        foreach (var setting in SiloSetting.All)
        {
            to.WriteLine($"  {setting.Name}{(setting.Option is { } option ? $"  {option}" : "")}{DefaultOf(setting)}");
            to.WriteLine($"      {setting.Chinese} · {setting.English}");
        }

        return HeadlessSilo.Done;
    }

    private static string DefaultOf(SiloSetting setting) => setting.Default switch
    {
        null => "  （必填 required）",
        "" => "",
        var value => $"  （缺省 default {value}）",
    };
}
