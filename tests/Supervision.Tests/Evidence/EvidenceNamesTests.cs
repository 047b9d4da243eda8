using Supervision.Evidence;

namespace Supervision.Tests.Evidence;

public sealed class EvidenceNamesTests
{
    [Theory]
    [InlineData("验收单.pdf", "验收单.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\a\\照片.jpg", "照片.jpg")]
    [InlineData("..", "file")]
    [InlineData("", "file")]
    [InlineData(null, "file")]
    [InlineData("a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie x=1.pdf")]
    [InlineData("fdp.\u202Etxt.exe", "fdp.txt.exe")]
    [InlineData("\u200Bzero\uFEFF.pdf", "zero.pdf")]
    [InlineData("-rf.pdf", "rf.pdf")]
    [InlineData("CON.txt", "_CON.txt")]
    [InlineData("lpt1", "_lpt1")]
    [InlineData("consent.txt", "consent.txt")]
    [InlineData("a\uD800.txt", "a.txt")]
    [InlineData("报告\"; filename=\"x.html", "报告 filename=x.html")]
    [InlineData("%2e%2e%2fpasswd", "2e2e2fpasswd")]
    public void A_name_is_a_name_and_never_a_way(string? sent, string kept) => EvidenceNames.Cleaned(sent).Should().Be(kept);

    [Fact]
    public void A_long_name_keeps_its_ending_and_no_half_of_a_letter()
    {
        var cleaned = EvidenceNames.Cleaned(string.Concat(Enumerable.Repeat("𠀀", 100)) + ".docx");

        cleaned.Length.Should().BeLessThanOrEqualTo(EvidenceNames.LengthMax);
        cleaned.Should().EndWith(".docx");
        cleaned.EnumerateRunes().Should().NotContain(System.Text.Rune.ReplacementChar);
    }

    [Theory]
    [InlineData("照片.JPG", EvidenceTypes.Jpeg, "照片.JPG")]
    [InlineData("照片.jpeg", EvidenceTypes.Jpeg, "照片.jpeg")]
    [InlineData("照片.html", EvidenceTypes.Jpeg, "照片.html.jpg")]
    [InlineData("明细.csv", EvidenceTypes.Text, "明细.csv")]
    [InlineData("明细", EvidenceTypes.Excel, "明细.xlsx")]
    public void A_download_ends_as_its_content_is(string name, string type, string saved) =>
        EvidenceTypes.NameFor(name, type).Should().Be(saved);
}
