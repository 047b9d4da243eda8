using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using StackExchange.Redis;
using Supervision.Silo.Callers;
using Supervision.Silo.Evidence;
using Supervision.Silo.Hosting;

namespace Supervision.Silo.Headless;

/// <summary>The settings of a headless silo, read and checked before anything is opened.</summary>
/// <param name="Evidence">The store for files; null for none.</param>
internal sealed record HeadlessSettings(SiloSettings Silo, string Redis, string HealthUrl, S3Address? Evidence)
{
    private const int ClusterLengthMax = 60;

    /// <exception cref="SettingRefusedException">The first setting that is missing or cannot be used.</exception>
    public static HeadlessSettings Read(SiloArguments arguments)
    {
        var redis = RedisOf(arguments.Find(SiloSetting.Redis));
        var (gatewayKey, systemKey) = (Key(arguments, SiloSetting.GatewayKey), Key(arguments, SiloSetting.SystemKey));
        if (gatewayKey.SequenceEqual(systemKey))
        {
            throw SettingRefusedException.Malformed(
                SiloSetting.SystemKey, "与网关密钥相同，网关将能冒充系统", "it equals the gateway's key, so a gateway could pose as the system");
        }

        var settings = new SiloSettings(
            DataFolder: null, redis, gatewayKey, systemKey, Path.GetFullPath(arguments.Find(SiloSetting.SealFolder)))
        {
            ClusterId = ClusterOf(arguments.Find(SiloSetting.Cluster)),
            SiloPort = Port(arguments, SiloSetting.SiloPort),
            GatewayPort = Port(arguments, SiloSetting.GatewayPort),
            AdvertisedAddress = AddressOf(arguments.Find(SiloSetting.AdvertisedAddress)),
        };
        return new HeadlessSettings(settings, redis, UrlOf(arguments.Find(SiloSetting.HealthUrl)), EvidenceOf(arguments));
    }

    private static string RedisOf(string connection)
    {
        try
        {
            if (ConfigurationOptions.Parse(connection).EndPoints.Count > 0) return connection;
        }
        catch (ArgumentException)
        {
            // Said below; the library's own words may repeat a password.
        }

        throw SettingRefusedException.Malformed(
            SiloSetting.Redis, "不是 StackExchange.Redis 的连接串，应形如 redis:6379", "it is no connection string of StackExchange.Redis such as redis:6379");
    }

    private static string ClusterOf(string name) =>
        name.Length <= ClusterLengthMax && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? name
            : throw SettingRefusedException.Malformed(
                SiloSetting.Cluster, $"只能由字母、数字和连字符组成，最多 {ClusterLengthMax} 个",
                $"it may hold letters, digits and hyphens, at most {ClusterLengthMax}");

    private static int Port(SiloArguments arguments, SiloSetting setting) =>
        ushort.TryParse(arguments.Find(setting), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? port
            : throw SettingRefusedException.Malformed(setting, "端口是 0 到 65535 的整数", "a port is a whole number from 0 to 65535");

    private static string? AddressOf(string address) =>
        address.Length == 0 ? null
        : IPAddress.TryParse(address, out var parsed) && !parsed.Equals(IPAddress.Any) && !parsed.Equals(IPAddress.IPv6Any) ? address
        : throw SettingRefusedException.Malformed(
            SiloSetting.AdvertisedAddress, "应是其他节点能够访问的一个 IP 地址", "it must be one IP address at which others reach this silo");

    private static byte[] Key(SiloArguments arguments, SiloSetting setting)
    {
        var text = arguments.Find(setting);
        var key = new byte[text.Length];
        return Convert.TryFromBase64String(text, key, out var length) && length >= CallerKeys.KeyBytes
            ? key[..length]
            : throw SettingRefusedException.Malformed(
                setting, $"应是至少 {CallerKeys.KeyBytes} 字节的 Base64", $"it must be base64 of {CallerKeys.KeyBytes} bytes or more");
    }

    private static S3Address? EvidenceOf(SiloArguments arguments) =>
        arguments.Find(SiloSetting.Evidence) is not { Length: > 0 } url ? null
        : S3Address.TryParse(url, arguments.Find(SiloSetting.EvidenceKey), out var address) ? address
        : throw SettingRefusedException.Malformed(
            SiloSetting.Evidence, $"应形如 https://主机/桶，并给出 {SiloSetting.EvidenceKey.Name}（ID:SECRET）",
            $"it must look like https://host/bucket, with {SiloSetting.EvidenceKey.Name} as ID:SECRET");

    private static string UrlOf(string url)
    {
        try
        {
            if (BindingAddress.Parse(url) is { Scheme: "http", Port: > 0, PathBase: "" }) return url;
        }
        catch (FormatException)
        {
            // Said below, in our words.
        }

        throw SettingRefusedException.Malformed(
            SiloSetting.HealthUrl, "应形如 http://127.0.0.1:8081", "it must look like http://127.0.0.1:8081");
    }
}
