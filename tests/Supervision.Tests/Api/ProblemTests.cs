using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Supervision.Api.Problems;
using Supervision.Language;

namespace Supervision.Tests.Api;

public sealed partial class ProblemTests
{
    private static IReadOnlyList<Refusal> Catalogue { get; } =
    [
        .. new[] { typeof(Refusal).Assembly, typeof(ApiRefusals).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Name.EndsWith("Refusals", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(Refusal))
            .Select(field => (Refusal)field.GetValue(null)!),
    ];

    [Fact]
    public void A_code_belongs_to_one_refusal() => Catalogue.Select(refusal => refusal.Code).Should().OnlyHaveUniqueItems();

    [Fact]
    public void A_code_is_lower_case_and_dotted() => Catalogue.Should().OnlyContain(refusal => CodeForm().IsMatch(refusal.Code));

    [Fact]
    public void Both_sentences_name_the_same_values() => Catalogue.Should().OnlyContain(refusal =>
        ValuesOf(refusal.Chinese).SetEquals(ValuesOf(refusal.English)));

    [Theory]
    [InlineData("task.not-found", 404)]
    [InlineData("plan.item-not-found", 404)]
    [InlineData("task.not-allowed", 403)]
    [InlineData("ledger.not-allowed", 403)]
    [InlineData("command.key-reused", 422)]
    [InlineData("account.sign-in-refused", 401)]
    [InlineData("account.locked", 423)]
    [InlineData("task.not-waiting", 409)]
    [InlineData("plan.too-large", 413)]
    [InlineData("request.no-key", 400)]
    [InlineData("ledger.unavailable", 503)]
    public void A_code_has_its_status(string code, int status) => ProblemStatus.Of(code).Should().Be(status);

    [Theory]
    [InlineData(null, false)]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", false)]
    [InlineData("en-GB", true)]
    [InlineData("fr", false)]
    [InlineData("zh;q=0.4, en;q=0.5", true)]
    [InlineData("not a language;;q", false)]
    public void The_title_speaks_the_readers_language(string? wanted, bool english)
    {
        var http = new DefaultHttpContext();
        if (wanted is not null) http.Request.Headers.AcceptLanguage = wanted;

        ReaderLanguage.IsEnglish(http.Request).Should().Be(english);
    }

    private static HashSet<string> ValuesOf(string sentence) => [.. Placeholder().Matches(sentence).Select(match => match.Value)];

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("^[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*$")]
    private static partial Regex CodeForm();
}
