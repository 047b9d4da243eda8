using System.CommandLine;
using StackExchange.Redis;

namespace Supervision.Api;

/// <summary>How a gateway finds its cluster. Named as the settings of a silo are, so that both are given the same.</summary>
/// <param name="GatewayKey">Seals people as callers; the silos have it too.</param>
internal sealed record ClusterSettings(string Redis, string Cluster, byte[] GatewayKey)
{
    /// <summary>Silos call themselves the same; whoever names another service finds none.</summary>
    public const string ServiceId = "supervision";

    public const int KeyBytesMin = 32;

    private const int ClusterLengthMax = 60;

    private static readonly string RedisVariable = "SUPERVISION_REDIS";
    private static readonly string ClusterVariable = "SUPERVISION_CLUSTER";
    private static readonly string KeyVariable = "SUPERVISION_GATEWAY_KEY";
    private static readonly string ClusterDefault = "supervision";

    public static Option<string?> RedisOption { get; } = new("--redis")
    {
        Description = $"作为集群网关运行（或 {RedisVariable}）· be a gateway of the cluster over this Redis",
        Recursive = true,
        HelpName = "CONNECTION",
    };

    public static Option<string?> ClusterOption { get; } = new("--cluster")
    {
        Description = $"集群名（或 {ClusterVariable}）· name of the cluster",
        Recursive = true,
        HelpName = "NAME",
    };

    /// <summary>Whether a cluster is meant, soundly or not.</summary>
    public static bool IsNamed(ParseResult parsed) => RedisOf(parsed) is not null;

    /// <summary>Null where no Redis is named: then the whole system runs in one process.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing or cannot be used.</exception>
    public static ClusterSettings? Read(ParseResult parsed) => RedisOf(parsed) is { } redis
        ? new ClusterSettings(Checked(redis), ClusterOf(Given(parsed, ClusterOption, ClusterVariable) ?? ClusterDefault), KeyOf())
        : null;

    // The connection string may hold a password, the key is one.
    public override string ToString() => Cluster;

    private static string? RedisOf(ParseResult parsed) => Given(parsed, RedisOption, RedisVariable);

    private static string? Given(ParseResult parsed, Option<string?> option, string variable) =>
        parsed.GetValue(option) is { Length: > 0 } given ? given
        : Environment.GetEnvironmentVariable(variable) is { Length: > 0 } found ? found
        : null;

    private static string Checked(string redis)
    {
        try
        {
            if (ConfigurationOptions.Parse(redis).EndPoints.Count > 0)
                return redis;
        }
        catch (ArgumentException)
        {
            // Said below; the library's own words may repeat a password.
        }

        throw Unfit(RedisVariable, "不是 StackExchange.Redis 的连接串，应形如 redis:6379", "it is no connection string such as redis:6379");
    }

    private static string ClusterOf(string name) =>
        name.Length <= ClusterLengthMax && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? name
            : throw Unfit(
                ClusterVariable, $"只能由字母、数字和连字符组成，最多 {ClusterLengthMax} 个", $"it may hold letters, digits and hyphens, at most {ClusterLengthMax}");

    private static byte[] KeyOf()
    {
        var text = Environment.GetEnvironmentVariable(KeyVariable);
        if (string.IsNullOrEmpty(text))
        {
            throw new InvalidOperationException(
                $"缺少环境变量 {KeyVariable}（与节点相同的签封密钥）· {KeyVariable} is missing: set it in the environment, as the silos have it.");
        }

        var key = new byte[text.Length];
        return Convert.TryFromBase64String(text, key, out var length) && length >= KeyBytesMin
            ? key[..length]
            : throw Unfit(KeyVariable, $"应是至少 {KeyBytesMin} 字节的 Base64", $"it must be base64 of {KeyBytesMin} bytes or more");
    }

    // The value is not repeated: it may be a secret.
    private static InvalidOperationException Unfit(string variable, string chinese, string english) =>
        new($"设置 {variable} 不可用：{chinese} · {variable} cannot be used: {english}.");
}
