namespace Supervision.Silo.Headless;

/// <summary>One setting of a headless silo: in the environment under its name, or on the command line under its option.</summary>
/// <param name="Option">Null for a secret: what stands on a command line can be read by every account of the machine.</param>
/// <param name="Default">Null when the setting must be given.</param>
internal sealed record SiloSetting(string Name, string? Option, string? Default, string Chinese, string English)
{
    public static readonly SiloSetting Redis = new(
        "SUPERVISION_REDIS", "--redis", null,
        "Redis 连接串，如 redis:6379（含口令时只用环境变量）",
        "Redis, such as redis:6379 (with a password in the environment alone)");

    public static readonly SiloSetting Cluster = new(
        "SUPERVISION_CLUSTER", "--cluster", "supervision",
        "集群名，同名的节点互为成员", "name of the cluster; members have the same");

    public static readonly SiloSetting SiloPort = new(
        "SUPERVISION_SILO_PORT", "--silo-port", "0",
        "节点之间的端口，0 为任意空闲端口", "port between silos; 0 takes a free one");

    public static readonly SiloSetting GatewayPort = new(
        "SUPERVISION_GATEWAY_PORT", "--gateway-port", "0",
        "网关所用的端口，0 为任意空闲端口", "port for gateways; 0 takes a free one");

    public static readonly SiloSetting AdvertisedAddress = new(
        "SUPERVISION_ADVERTISED_ADDRESS", "--advertised-address", "",
        "其他节点访问本节点的 IP 地址，缺省为本机回环", "IP address at which others reach this silo; by default loopback");

    public static readonly SiloSetting GatewayKey = new(
        "SUPERVISION_GATEWAY_KEY", null, null,
        "人员身份的签封密钥，网关也有（Base64，至少 32 字节）", "seals people; gateways have it too (base64, 32 bytes or more)");

    public static readonly SiloSetting SystemKey = new(
        "SUPERVISION_SYSTEM_KEY", null, null,
        "系统身份的签封密钥，仅节点持有（Base64，至少 32 字节）", "seals the clock and followers; silos alone (base64, 32 bytes or more)");

    public static readonly SiloSetting SealFolder = new(
        "SUPERVISION_SEAL_FOLDER", "--seal-folder", null,
        "封存密钥与锚点所在文件夹，不得与数据同处", "folder of the sealing key and the anchor; never beside the data");

    public static readonly SiloSetting HealthUrl = new(
        "SUPERVISION_HEALTH_URL", "--health-url", "http://127.0.0.1:8081",
        "健康检查地址", "where the health endpoints listen");

    public static readonly SiloSetting Evidence = new(
        "SUPERVISION_EVIDENCE", "--evidence", "",
        "佐证材料的 S3 存储，如 https://minio:9000/evidence；缺省为不收材料", "S3 store of evidence, such as https://minio:9000/evidence; by default none");

    public static readonly SiloSetting EvidenceKey = new(
        "SUPERVISION_EVIDENCE_KEY", null, "",
        "该存储的访问密钥，形如 ID:SECRET，网关也有", "key of that store as ID:SECRET; gateways have it too");

    public static IReadOnlyList<SiloSetting> All { get; } =
        [Redis, Cluster, SiloPort, GatewayPort, AdvertisedAddress, GatewayKey, SystemKey, SealFolder, HealthUrl, Evidence, EvidenceKey];
}
