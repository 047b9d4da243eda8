namespace Supervision.Silo.Headless;

/// <summary>A setting is missing or cannot be used; the message says it in both languages, a sentence each.</summary>
internal sealed class SettingRefusedException(string chinese, string english) : Exception($"{chinese}\n{english}")
{
    public static SettingRefusedException Missing(SiloSetting setting) => new(
        $"缺少设置 {setting.Name}：{setting.Chinese}；请在环境变量中给出{(setting.Option is { } option ? $"，或使用 {option}" : "")}。",
        $"{setting.Name} is missing: {setting.English}; set it in the environment{(setting.Option is { } other ? $", or give {other}" : "")}.");

    /// <param name="setting">Its value is not repeated here: it may be a secret.</param>
    public static SettingRefusedException Malformed(SiloSetting setting, string chinese, string english) => new(
        $"设置 {setting.Name} 不可用：{chinese}。", $"{setting.Name} cannot be used: {english}.");

    public static SettingRefusedException Unknown(string argument) => new(
        $"不认识参数“{argument}”；可用的参数见 --help。", $"The argument \"{argument}\" is not known; --help lists those that are.");
}
