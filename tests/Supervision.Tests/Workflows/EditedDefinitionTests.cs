using System.Text.Json.Nodes;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows;

/// <summary>The process is data: an edit of the JSON alone changes what is waited for.</summary>
public sealed class EditedDefinitionTests
{
    [Fact]
    public void Approval_inserted_before_close_out_is_waited_for()
    {
        var definition = Build.Edit(ShippedDefinitions.Directive, root =>
        {
            root["activities"]!.AsArray().Add((JsonNode)Build.Activity(
                "approve-close-out", "Supervision.AskForApproval", ("purpose", "close-out"), ("role", "LeaderInCharge")));
            Build.ArrowFrom(root, "appraise")["target"]!["activity"] = "approve-close-out";
            root["connections"]!.AsArray().Add((JsonNode)Build.Arrow("approve-close-out", "Approved", "close-out"));
            root["connections"]!.AsArray().Add((JsonNode)Build.Arrow("approve-close-out", "Rejected", "verify"));
        });
        DefinitionCheck.ForPublishing(definition).Should().BeEmpty();

        var walk = new Walk(definition).Start(new JsonObject { ["cadence"] = "None" })
            .Answer("AskForApproval", "Approved").Answer("WaitForAssignment", "Assigned").Answer("WaitForAcknowledgement", "Acknowledged")
            .Answer("WaitForCompletion", "Submitted").Answer("Verify", "Verified").Answer("Appraise", "Appraised");

        walk.Find("AskForApproval").Terms.Should().Contain("purpose", "close-out").And.Contain("role", "LeaderInCharge");
        walk.Answer("AskForApproval", "Rejected").Kinds.Should().Equal("Verify");
        walk.Answer("Verify", "Verified").Answer("Appraise", "Appraised").Answer("AskForApproval", "Approved").Kinds.Should().Equal("WaitForCloseOut");
    }

    [Fact]
    public void Rung_taken_out_is_not_climbed()
    {
        var definition = Build.Edit(ShippedDefinitions.SubLadder, root =>
        {
            var activities = root["activities"]!.AsArray();
            activities.Remove(activities.Single(activity => (string?)activity!["id"] == "to-head"));
            root["connections"]!.AsArray().Remove(Build.ArrowFrom(root, "to-head"));
            Build.ArrowFrom(root, "to-liaison")["target"]!["activity"] = "to-leader";
        });

        new Walk(definition).Start(new JsonObject { ["about"] = "completion" }).Fire("Escalate", "timer")
            .Requests.Should().Equal("""escalate {"about":"completion","rung":3,"to":"leader-in-charge"}""");
    }

    [Fact]
    public void Edited_definition_has_another_hash() =>
        Build.Edit(ShippedDefinitions.SubLadder, root => root["name"] = "other").Hash
            .Should().NotBe(Build.Edit(ShippedDefinitions.SubLadder, _ => { }).Hash);
}
