using System.Net;
using Supervision.Language;
using Supervision.Tests.Tasks;
using Supervision.Webhooks;

namespace Supervision.Tests.Notices;

/// <summary>Who lets notices out of the house, and where they may go.</summary>
public sealed class WebhookRulesTests
{
    private const string Secret = "0123456789abcdef01234567";

    private static readonly WebhookSet One = WebhookSet.Initial.Evolve(new WebhookOpened(new("im"), "https://im.example.cn/hook", "s"));

    /// <summary>The hand-written table of rights; what is not in it is denied.</summary>
    public static readonly Dictionary<Type, Role[]> Table = new()
    {
        [typeof(OpenWebhook)] = [Role.SystemAdministrator],
        [typeof(ApproveWebhook)] = [Role.SecurityAdministrator],
        [typeof(CloseWebhook)] = [Role.SystemAdministrator, Role.SecurityAdministrator],
    };

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Theory, MemberData(nameof(Roles))]
    public void One_administrator_opens_and_another_approves(Role role)
    {
        WebhookCommand[] commands =
            [new OpenWebhook(new("k"), new("new"), "https://a.example.cn/", Secret), new ApproveWebhook(new("k"), new("im")), new CloseWebhook(new("k"), new("im"), "停用")];
        foreach (var command in commands)
        {
            (WebhookRules.Decide(One, People.Of("somebody", People.Office, role), command, "s") is Decision.Accepted)
                .Should().Be(Table[command.GetType()].Contains(role), command.GetType().Name);
        }
    }

    [Theory]
    [InlineData("https://im.example.cn/hook", true)]
    [InlineData("https://im.example.cn:8443/hook?team=1", true)]
    [InlineData("https://8.8.8.8/", true)]
    [InlineData("http://im.example.cn/hook", false)]
    [InlineData("https://user:pw@im.example.cn/", false)]
    [InlineData("https://im.example.cn/#part", false)]
    [InlineData("https://localhost/", false)]
    [InlineData("https://127.0.0.1/", false)]
    [InlineData("https://127.1/", false)]
    [InlineData("https://2130706433/", false)]
    [InlineData("https://0x7f.0.0.1/", false)]
    [InlineData("https://[::1]/", false)]
    [InlineData("https://[::ffff:10.0.0.1]/", false)]
    [InlineData("https://169.254.169.254/latest/meta-data", false)]
    [InlineData("https://192.168.1.5/", false)]
    [InlineData("ftp://im.example.cn/", false)]
    [InlineData("im.example.cn", false)]
    public void An_address_is_of_the_world_outside_and_encrypted(string url, bool isFit) =>
        (WebhookRules.Decide(
            WebhookSet.Initial, People.Of("sys", People.Office, Role.SystemAdministrator), new OpenWebhook(new("k"), new("im"), url, Secret), "s")
            is Decision.Accepted).Should().Be(isFit);

    [Theory]
    [InlineData("1.1.1.1", true)]
    [InlineData("2400:3200::1", true)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.0.0.53", false)]
    [InlineData("169.254.1.1", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::127.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    public void Addresses_of_this_machine_and_its_network_are_not_public(string address, bool isPublic) =>
        PublicAddress.Is(IPAddress.Parse(address)).Should().Be(isPublic);
}
