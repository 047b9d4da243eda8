using System.Reflection;
using System.Text.RegularExpressions;
using Supervision.Language;

namespace Supervision.Tests.Architecture;

/// <summary>One catalogue of refusals: every code once, both languages, a row on the page that support reads.</summary>
public sealed partial class RefusalCatalogueTests
{
    private static readonly Refusal[] Catalogue = [.. new[] { "Supervision.Domain", "Supervision.Api" }
        .SelectMany(assembly => Assembly.Load(assembly).GetTypes())
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(field => field.FieldType == typeof(Refusal))
        .Select(field => (Refusal)field.GetValue(null)!)];

    [Fact]
    public void Every_code_is_used_once() => Catalogue.Select(refusal => refusal.Code).Should().OnlyHaveUniqueItems();

    [Fact]
    public void Every_code_is_lower_case_and_dotted() =>
        Catalogue.Should().OnlyContain(refusal => CodePattern().IsMatch(refusal.Code));

    [Fact]
    public void Both_sentences_have_the_same_places_for_values() =>
        Catalogue.Should().OnlyContain(refusal => PlacesOf(refusal.Chinese).SetEquals(PlacesOf(refusal.English)));

    [Fact]
    public void Every_refusal_has_its_row_in_the_page_of_errors() =>
        CodesOf(RepositoryRoot.Read("docs/errors.md")).Should().BeEquivalentTo(Catalogue.Select(refusal => refusal.Code));

    private static HashSet<string> PlacesOf(string sentence) => [.. Place().Matches(sentence).Select(match => match.Value)];

    private static IEnumerable<string> CodesOf(string page) => Row().Matches(page).Select(match => match.Groups[1].Value);

    [GeneratedRegex("^[a-z]+(-[a-z]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)+$")]
    private static partial Regex CodePattern();

    [GeneratedRegex("\\{[0-9]\\}")]
    private static partial Regex Place();

    [GeneratedRegex("^\\| `([a-z0-9.-]+)` \\|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
