using Supervision.Evidence;

namespace Supervision.Tests.Evidence;

public sealed class TextLikenessTests
{
    private const string March = "本月完成城市书房选址三处，主体工程开工两座，累计完成投资 320 万元，消防图纸已送审。";

    [Theory]
    [InlineData(March, 100)]
    [InlineData("本月完成城市书房选址三处 主体工程开工两座； 累计完成投资　３５５万元 消防图纸已送审", 100)]
    [InlineData("本月完成城市书房选址３处 主体工程开工2座； 累计完成投资 355 万元 消防图纸已送审", 70)]
    [InlineData("本月完成城市书房选址三处，主体工程开工两座，累计完成投资 388 万元，消防图纸已送审。", 100)]
    [InlineData("设备采购已经挂网，监理单位进场，一号楼封顶，二号楼完成基础验收，农民工工资足额发放。", 0)]
    public void Likeness_is_what_two_texts_share(string april, int atLeast) =>
        TextLikeness.Percent(March, april).Should().BeGreaterThanOrEqualTo(atLeast).And.BeLessThan(atLeast + 15);

    [Fact]
    public void A_changed_figure_does_not_hide_a_copy_and_new_work_is_none()
    {
        TextLikeness.IsCopied(March, March.Replace("320", "388", StringComparison.Ordinal)).Should().BeTrue();
        TextLikeness.IsCopied(March, March + "另：与住建局会商两次，协调解决用地手续、临时用电和道路开口问题，形成纪要并明确时限。").Should().BeFalse();
    }

    [Fact]
    public void Short_texts_are_alike_by_nature_and_say_nothing() => TextLikeness.Percent("按计划推进。", "按计划推进。").Should().BeNull();

    [Fact]
    public void It_is_the_same_from_both_sides_and_no_text_breaks_it()
    {
        string[] texts = [March, "a\uD800b" + March, new string('完', 4000), "", "\u0301" + March];
        foreach (var (one, other) in texts.SelectMany(one => texts.Select(other => (one, other))))
            TextLikeness.Percent(one, other).Should().Be(TextLikeness.Percent(other, one));
    }
}
