using System.Text.Json.Nodes;
using Supervision.Api.Problems;
using Supervision.Api.Requests;
using Supervision.Plans;
using Supervision.Tasks;

namespace Supervision.Tests.Api;

/// <summary>A body that cannot be read is told which field is wrong, and what it must be.</summary>
public sealed class FieldFormTests
{
    [Theory]
    [InlineData("""{"key":"k","verdict":"Maybe"}""", "verdict", "one of: Approved, Rejected")]
    [InlineData("""{"key":"k"}""", "verdict", "it is required: one of: Approved, Rejected")]
    [InlineData("""{"key":"k","verdict":"Approved","opinion":3}""", "opinion", "text")]
    [InlineData("""{"key":"k","verdict":"Approved","note":"x"}""", "note", "there is no such field; there are: verdict, opinion, wait")]
    public void A_single_value_is_named_with_its_form(string json, string path, string form) => FlawOf<DecidePlan>(json).Should().Be((path, form));

    [Theory]
    [InlineData("""{"changes":[{"do":"weigh","path":"一","weight":1},{"do":"wiegh"}],"key":"k"}""", "changes[1].do", "one of: accept, drop, ")]
    [InlineData("""{"changes":[{"path":"一","weight":"1","do":"weigh"}],"key":"k"}""", "changes[0].weight", "a whole number without quotes")]
    [InlineData("""{"changes":[{"do":"weigh","weight":1}],"key":"k"}""", "changes[0].path", "it is required: text")]
    [InlineData("""{"changes":{},"key":"k"}""", "changes", "a list […], each of it an object with do, …")]
    public void A_change_is_named_by_its_place(string json, string path, string form)
    {
        var flaw = FlawOf<ReviewItems>(json);

        flaw!.Value.Path.Should().Be(path);
        flaw.Value.Form.Should().StartWith(form);
    }

    [Theory]
    [InlineData("""{"lead":"education","responsible":[],"cooperating":[],"dueOn":"30.6.2026"}""", "assignment.dueOn", "a day, written \"2026-06-30\"")]
    [InlineData("""{"lead":"教育局","responsible":[],"cooperating":[],"dueOn":"2026-06-30"}""", "assignment.lead", "an id in quotes: lower-case letters, digits and hyphens")]
    [InlineData("""{"lead":"education","responsible":"finance","cooperating":[],"dueOn":"2026-06-30"}""", "assignment.responsible", "a list […], each of it an id in quotes: lower-case letters, digits and hyphens")]
    public void What_lies_deeper_is_named_by_its_way(string assignment, string path, string form) =>
        FlawOf<Assign>($$"""{"key":"k","assignment":{{assignment}}}""").Should().Be((path, form));

    [Fact]
    public void A_change_is_read_wherever_its_do_stands() =>
        JsonBody.Read<ReviewItems>(JsonNode.Parse("""{"key":"k","changes":[{"path":"一","weight":3,"do":"weigh"}]}""")!.AsObject())
            .Changes.Should().Equal(new ItemChange.Weigh("一", 3));

    [Fact]
    public void The_refusal_says_it_in_both_languages()
    {
        var refused = FluentActions.Invoking(() => JsonBody.Read<DecidePlan>(JsonNode.Parse("""{"key":"k","verdict":"Maybe"}""")!.AsObject()))
            .Should().Throw<RefusedException>().Which.Refused;

        refused.Code.Should().Be("request.field-unfit");
        refused.Chinese.Should().Contain("“verdict”").And.Contain("下列之一：Approved, Rejected");
    }

    private static (string Path, string Form)? FlawOf<T>(string json) =>
        FieldForms.FirstFlaw(JsonNode.Parse(json), typeof(T)) is { } flaw ? (flaw.Path, flaw.Form.English) : null;
}
