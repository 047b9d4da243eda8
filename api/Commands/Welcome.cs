using Supervision.Accounts;
using Supervision.Agencies;

namespace Supervision.Api.Commands;

/// <summary>What a person reads who has just started the system.</summary>
internal static class Welcome
{
    private static readonly int AgenciesShown = 3;

    public static void Write(TextWriter to, string address, DataFolder folder, string? demoPassword)
    {
        to.WriteLine();
        to.WriteLine("督查督办系统已启动 · Supervision is running");
        to.WriteLine($"  网址     Address   {address}");
        to.WriteLine($"  接口文档 API docs  {address}/docs");
        to.WriteLine($"  数据     Data      {folder}{(demoPassword is not null ? "（模拟的演示数据 simulated demo data）" : "")}");
        if (demoPassword is { } password)
            WriteDemoAccounts(to, password);
        to.WriteLine("  停止     Stop      Ctrl+C");
        to.WriteLine();
    }

    public static void WriteGateway(TextWriter to, string address, DataFolder folder, ClusterSettings cluster)
    {
        to.WriteLine();
        to.WriteLine("督查督办系统网关已启动 · Supervision: a gateway is running");
        to.WriteLine($"  网址     Address   {address}");
        to.WriteLine($"  接口文档 API docs  {address}/docs");
        to.WriteLine($"  集群     Cluster   {cluster.Cluster}");
        to.WriteLine($"  数据     Data      {folder}（查询库和会话 registers and sessions）");
        to.WriteLine("  停止     Stop      Ctrl+C");
        to.WriteLine();
    }

    private static void WriteDemoAccounts(TextWriter to, string password)
    {
        var accounts = DemoAccounts.Of(Organisation.Shipped);
        to.WriteLine($"  演示账号 Demo accounts, 密码 password: {password}");
        foreach (var account in accounts.Where(account => !DemoAccounts.IsOfAgency(account)))
            to.WriteLine($"    {account.Account.Value,-22} {account.Name}");
        var ofAgencies = accounts.Where(DemoAccounts.IsOfAgency).Take(AgenciesShown * 2).Select(account => account.Account.Value);
        to.WriteLine($"    {string.Join("  ", ofAgencies)} … （每个单位各两个 · two for each agency）");
    }
}
