using Supervision.Plans;
using Supervision.Tests.Ledger;
using Supervision.Tests.Plans;

namespace Supervision.SystemTests.Rest;

/// <summary>The verbs as somebody types them, in a folder of his own.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CommandLine _shell;

    public CommandLineTests()
    {
        File.Copy(SamplePlan.PathOf(), _folder.At(SamplePlan.Name));
        _shell = new CommandLine(_folder.Path, Environment);
    }

    private Dictionary<string, string> Environment => new() { ["SUPERVISION_SEALS"] = _folder.At("seals") };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_plan_is_imported_from_where_one_stands_and_its_export_is_restored_elsewhere()
    {
        (await _shell.RunAsync("import", SamplePlan.Name, "--data", "store")).ShouldBeDone().Said.Should().Contain("plan-");
        (await _shell.RunAsync("export", "all.jsonl", "--data", "store")).ShouldBeDone();
        (await _shell.RunAsync("export", "all.jsonl", "--data", "store")).ShouldEndWith(2, "a file that is there is left alone");

        (await _shell.RunAsync("restore", "all.jsonl", "--data", "other")).ShouldBeDone();
        (await _shell.RunAsync("verify", "--data", "other")).ShouldBeDone().Said.Should().Contain("The ledger is whole");
        (await _shell.RunAsync("restore", "all.jsonl", "--data", "other")).ShouldEndWith(2, "a store that is there is left alone");

        var text = await File.ReadAllLinesAsync(_folder.At("all.jsonl"));
        await File.WriteAllLinesAsync(_folder.At("cut.jsonl"), text[..^1]);
        (await _shell.RunAsync("restore", "cut.jsonl", "--data", "cut")).ShouldEndWith(2).Said.Should().Contain("it was cut");
        Directory.Exists(_folder.At("cut")).Should().BeFalse();
    }

    [Fact]
    public async Task An_import_goes_through_the_server_that_holds_the_folder()
    {
        await using var server = await Server.StartAsync(_folder.Path, Environment, null, "--data", "store", "--months", "0");

        (await _shell.RunAsync("import", SamplePlan.Name, "--data", "store", "--id", "sample")).ShouldBeDone();

        var password = await File.ReadAllTextAsync(_folder.At("store/demo-password.txt"));
        (await (await server.SignInAsync("clerk", password.Trim())).GetAsync("plans/sample")).ShouldBeDone()
            ["items"].GetArrayLength().Should().Be(SamplePlan.Items);
        (await _shell.RunAsync("--data", "store")).ShouldEndWith(2).Said.Should().Contain("is served already");
    }

    [Fact]
    public async Task A_draft_is_JSON_by_its_published_schema_and_keeps_nothing()
    {
        var draft = (await _shell.RunAsync("import", SamplePlan.Name, "--draft", "--json")).ShouldBeDone().Said;

        DraftSchema.Problems(draft).Should().BeEmpty();
        PlanDraftJson.Read(draft).Items.Should().HaveCount(SamplePlan.Items);
        Directory.Exists(_folder.At("data")).Should().BeFalse();
    }

    [Theory]
    [InlineData(0, "--help")]
    [InlineData(0, "restore", "--help")]
    [InlineData(1, "--no-such-option")]
    [InlineData(1, "no-such-verb")]
    [InlineData(2, "verify", "--data", "nowhere")]
    [InlineData(2, "--redis", "127.0.0.1:1")]
    [InlineData(2, "verify", "--redis", "127.0.0.1:1")]
    public async Task Every_call_ends_with_a_code_that_a_script_can_read(int code, params string[] arguments) =>
        (await _shell.RunAsync(arguments)).ShouldEndWith(code);

    [Fact]
    public async Task A_production_store_begins_with_two_administrators_who_must_change_their_passwords()
    {
        var said = (await _shell.RunAsync("init", "--data", "store")).ShouldBeDone().Said;
        (await _shell.RunAsync("init", "--data", "store")).ShouldEndWith(2);
        await using var server = await Server.StartAsync(_folder.Path, Environment, null, "--data", "store", "--months", "0");

        foreach (var account in new[] { "sysadmin", "secadmin" })
            await Founding.TakeOverAsync(server.Url, account, Founding.PasswordIn(said, account));
    }

    [Fact]
    public async Task A_restored_store_has_its_accounts_and_one_new_password()
    {
        await _shell.RunAsync("init", "--data", "store");
        await _shell.RunAsync("export", "all.jsonl", "--data", "store");
        var said = (await _shell.RunAsync("restore", "all.jsonl", "--data", "other")).ShouldBeDone().Said;
        await using var server = await Server.StartAsync(_folder.Path, Environment, null, "--data", "other", "--months", "0");

        var administrator = await Founding.TakeOverAsync(server.Url, "sysadmin", Founding.PasswordIn(said, "sysadmin"));

        (await administrator.GetAsync("accounts/secadmin")).ShouldBeDone();
    }
}
