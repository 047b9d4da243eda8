using System.Text;
using System.Text.Json.Nodes;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows;

public sealed class InstanceStateTests
{
    // Written once, read for ever: a state in the ledger has this form. Add to it, never change it.
    internal const string OnDisk = """
        {"v":1,"status":"Running","counter":5,"input":{"about":"completion"},
        "runs":[{"id":1,"of":"main"},
        {"id":4,"of":"to-head","in":1,"kept":{"arguments":{"about":"completion","rung":2,"to":"head"}}}],
        "bookmarks":[{"id":"5","run":4,"of":"to-head","kind":"Supervision.Escalate","name":"催办主要负责人",
        "terms":{"about":"completion","rung":"2","to":"head"},
        "dues":{"timer":{"at":"2026-03-05T00:00:00+08:00","day":"2026-03-04"}}}]}
        """;

    [Fact]
    public void State_on_disk_is_as_it_was()
    {
        var state = Walk.Of(ShippedDefinitions.SubLadder).Start(new JsonObject { ["about"] = "completion" }).State;
        Encoding.UTF8.GetString(InstanceStateJson.Write(state)).Should().Be(OnDisk.ReplaceLineEndings(""));
    }

    [Fact]
    public void Loop_gone_round_a_thousand_times_leaves_only_digits()
    {
        var walk = Walk.Of(ShippedDefinitions.Directive).Start(new JsonObject { ["cadence"] = "None" })
            .Answer("AskForApproval", "Approved").Answer("WaitForAssignment", "Assigned").Answer("WaitForAcknowledgement", "Acknowledged");
        var before = InstanceStateJson.Write(walk.State).Length;

        for (var round = 0; round < 1000; round++) walk.Answer("WaitForReport", "Reported").Answer("Review", "Passed");

        InstanceStateJson.Write(walk.State).Length.Should().BeLessThan(before + 20);
    }

    [Fact]
    public void Newer_state_is_not_misread()
    {
        var read = () => InstanceStateJson.Read("""{"v":2,"status":"Running","counter":0}"""u8.ToArray());
        read.Should().Throw<NotSupportedException>();
    }
}
