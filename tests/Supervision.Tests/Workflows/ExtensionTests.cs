using System.Text.Json.Nodes;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows;

public sealed class ExtensionTests
{
    [Fact]
    public void Approved_extension_is_granted_to_the_day_asked_for() =>
        Asked().Answer("AskForApproval", "Approved").Requests.Should().Equal("""grant-extension {"dueOn":"2026-04-10"}""");

    [Fact]
    public void Rejected_extension_is_refused() =>
        Asked().Answer("AskForApproval", "Rejected").Requests.Should().Equal("refuse-extension {}");

    [Theory]
    [InlineData(null, "OfficeDirector")]
    [InlineData("LeaderInCharge", "LeaderInCharge")]
    public void Approver_comes_with_the_request_or_is_the_director(string? approver, string role) =>
        Asked(approver).Find("AskForApproval").Term("role").Should().Be(role);

    [Fact]
    public void Role_that_does_not_exist_faults_before_anybody_is_asked()
    {
        var walk = Asked("Clock");

        walk.State.Status.Should().Be(InstanceStatus.Faulted);
        walk.Waits.Should().BeEmpty();
        walk.State.Incidents.Single().Message.Should().Contain("'Clock'");
    }

    private static Walk Asked(string? approver = null) => Walk.Of(ShippedDefinitions.Extension)
        .Start(new JsonObject { ["dueOn"] = "2026-04-10", ["approver"] = approver });
}
