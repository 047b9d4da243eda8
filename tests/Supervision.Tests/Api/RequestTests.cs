using System.Text.Json;
using Supervision.Accounts;
using Supervision.Api;
using Supervision.Api.Commands;
using Supervision.Api.Endpoints;
using Supervision.Api.Security;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Tasks;

namespace Supervision.Tests.Api;

public sealed class RequestTests
{
    [Fact]
    public void A_retry_names_the_same_task()
    {
        var id = TaskEndpoints.IdOf(new AccountId("clerk"), new CommandKey("k-1"));

        TaskEndpoints.IdOf(new AccountId("clerk"), new CommandKey("k-1")).Should().Be(id);
        TaskEndpoints.IdOf(new AccountId("clerk"), new CommandKey("k-2")).Should().NotBe(id);
        TaskEndpoints.IdOf(new AccountId("director"), new CommandKey("k-1")).Should().NotBe(id);
        TaskId.TryParse(id.Value, null, out _).Should().BeTrue();
    }

    [Theory]
    [InlineData("""{"key":"k","accepted":true,"finding":"实地核查","extra":1}""")] // a field nobody knows
    [InlineData("""{"key":"k","finding":"实地核查"}""")] // one is missing
    [InlineData("""{"key":"k","accepted":true,"finding":null}""")]
    [InlineData("""{"key":"k","accepted":"yes","finding":"实地核查"}""")]
    public void A_body_that_is_not_quite_right_is_refused(string body)
    {
        var read = () => JsonSerializer.Deserialize<Verify>(body, ApiJson.Options);

        read.Should().Throw<JsonException>();
    }

    [Theory]
    [InlineData("""{"key":"k","grade":"Splendid","opinion":"好"}""")]
    [InlineData("""{"key":"k","grade":1,"opinion":"好"}""")]
    public void A_word_outside_its_list_is_refused(string body)
    {
        var read = () => JsonSerializer.Deserialize<Appraise>(body, ApiJson.Options);

        read.Should().Throw<JsonException>();
    }

    [Fact]
    public void A_draft_goes_through_the_API_in_the_words_of_its_schema()
    {
        var text = "信阳市试点方案\n\n一、重点任务\n\n1. 建设中试基地。到2026年底建成。\n2. 培育企业。年底前完成。\n";
        var draft = ((PlanReading.Read)PlanReader.Read(System.Text.Encoding.UTF8.GetBytes(text), "plan.md")).Draft;

        var json = JsonSerializer.Serialize(draft, ApiJson.Options);

        JsonElement.DeepEquals(JsonDocument.Parse(json).RootElement, JsonDocument.Parse(PlanDraftJson.Write(draft)).RootElement)
            .Should().BeTrue(json);
        JsonSerializer.Deserialize<PlanDraft>(json, ApiJson.Options)!.Items.Should().HaveSameCount(draft.Items);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://[::1]:5080", true)]
    [InlineData("http://0.0.0.0:5080", false)]
    [InlineData("http://*:5080", false)]
    [InlineData("http://+:5080", false)]
    [InlineData("http://10.0.0.8:5080", false)]
    [InlineData("http://localhost.example.org", false)]
    public void Loopback_is_told_from_everywhere(string url, bool loopback) => ServeCommand.IsLoopback(url).Should().Be(loopback);

    [Fact]
    public void A_first_password_satisfies_the_rule()
    {
        for (var i = 0; i < 200; i++)
        {
            var password = OneTimePassword.Make();
            password.Length.Should().BeGreaterThanOrEqualTo(AccountRules.PasswordLengthMin);
            password.Should().MatchRegex("[A-Z]").And.MatchRegex("[a-z]").And.MatchRegex("[0-9]");
        }
    }
}
