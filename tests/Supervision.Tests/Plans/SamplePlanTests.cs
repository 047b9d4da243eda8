using System.Runtime.CompilerServices;
using Supervision.Plans;

namespace Supervision.Tests.Plans;

/// <summary>The project's own sample plan, which shows every habit of the genre in nine items.</summary>
public sealed class SamplePlanTests
{
    private static readonly PlanDraft Draft = Reading.Draft(File.ReadAllBytes(SampleFile()), "sample-plan.md");

    [Fact]
    public void Its_letterhead_is_read()
    {
        Draft.Title.Should().Be("示例市便民服务与城乡环境提升两年行动方案（2026-2027年）");
        Draft.DocNo.Should().Be("示政〔2026〕8号");
        Draft.Issuer.Should().Be("示例市人民政府");
        Draft.IssuedOn.Should().Be(new DateOnly(2026, 3, 5));
        Draft.Period.Should().Be(new PlanPeriod("2026", "2027"));
    }

    [Fact]
    public void It_has_three_groups_of_three_items()
    {
        Reading.Tree(Draft.Groups).Should().Be("""
            二 重点任务
              （一） 把事情办得更方便
                1 推行一窗受理
                2 压缩办理时限
                3 开展办事回访
              （二） 把出行变得更顺畅
                1 打通断头路
                2 优化公交线路
                3 规范停车秩序
              （三） 把环境整治得更舒适
                1 整治背街小巷
                2 改善河道水质
                3 提升农村垃圾处理能力

            """.ReplaceLineEndings("\n"));
        Draft.Items.Select(item => item.Path).Should().OnlyHaveUniqueItems().And.HaveCount(9);
    }

    [Fact]
    public void Its_context_is_kept_with_the_lead_in() => Reading.Tree(Draft.Context).Should().Be("""
         前言
        一 总体要求
          （一） 工作思路
          （二） 基本原则
             问需于民，量力而行
             一事一档，全程留痕
          （三） 主要目标
             办事更快
             环境更好
        三 保障措施
          （一） 压实责任
          （二） 强化调度
          （三） 接受监督

        """.ReplaceLineEndings("\n"));

    [Fact]
    public void It_reads_cleanly()
    {
        Draft.Doubts.Should().OnlyContain(doubt =>
            doubt.Kind == PlanDoubtKind.MissingOwner || doubt.Kind == PlanDoubtKind.MissingDeadline);
        Draft.Doubts.Count(doubt => doubt.Kind == PlanDoubtKind.MissingOwner).Should().Be(9, "it names no owners");
        Draft.Items.SelectMany(item => item.Deadlines).Select(deadline => deadline.Quote)
            .Should().Equal("2026 年底前", "每季度", "每月", "在一个月内");
        Draft.Items.Should().OnlyContain(item => item.Body.EndsWith('。') && !item.Body.Contains('\n'));
        Draft.Items.First().Body.Should().Contain("进一扇门、办多件事").And.NotContain("— 2 —");
        DraftSchema.Problems(PlanDraftJson.Write(Draft)).Should().BeEmpty();
    }

    private static string SampleFile([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../../domain/Plans/sample-plan.md");
}
