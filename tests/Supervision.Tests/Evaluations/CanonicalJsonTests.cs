using System.Text.Json.Nodes;
using Supervision.Evaluations;

namespace Supervision.Tests.Evaluations;

public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("""{"b":1,"a":{"d":[2,true],"c":null}}""", """{"a":{"d":[2,true]},"b":1}""")]
    [InlineData("""{"é":1,"z":2,"ab":3,"a-b":4,"A":5}""", """{"A":5,"a-b":4,"ab":3,"z":2,"é":1}""")]
    [InlineData("""["\u4e2d\/","\ud83d\ude00","\u007f\u2028"]""", "[\"中/\",\"😀\",\"\u007f\u2028\"]")]
    [InlineData("""["\u0000\u001f\b\f\n\r\t\"\\"]""", """["\u0000\u001f\b\f\n\r\t\"\\"]""")]
    [InlineData("[]", "[]"), InlineData("{}", "{}")]
    public void One_value_has_one_text(string json, string canonical) => CanonicalJson.Of(JsonNode.Parse(json)).Should().Be(canonical);

    [Fact]
    public void A_number_is_written_as_its_shortest_text() =>
        CanonicalJson.Of(new GradeQuota(new("good"), Fraction.Parse("30.500"))).Should().Be("""{"grade":"good","percent":"30.5"}""");
}
