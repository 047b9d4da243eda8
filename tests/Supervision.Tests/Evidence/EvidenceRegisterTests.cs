using Supervision.Evidence;
using Supervision.Indicators;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Tasks;
using Supervision.Tests.Registers;

namespace Supervision.Tests.Evidence;

/// <summary>Where files are used, what repeats itself, and who is told.</summary>
public sealed class EvidenceRegisterTests
{
    private const string Text = "本月完成城市书房选址三处，主体工程开工两座，累计完成投资 320 万元，消防图纸已送审。";

    private static readonly EvidenceHash Hash = new(new string('a', EvidenceHash.Digits));
    private static readonly EvidenceReference Photo = new("现场照片", Hash.Reference);
    private static readonly Caller Education = Sample.Caller(Sample.Education, Role.Liaison);
    private static readonly Caller Gushi = Sample.Caller(Sample.Gushi, Role.Liaison);

    [Fact]
    public async Task A_file_that_is_used_twice_is_pointed_out_to_whoever_sees_both_places()
    {
        await using var registers = await RegistersOnDisk.CaughtUpAsync(Feeds());
        var evidence = (IEvidenceRegister)registers.Register;

        var office = (await evidence.OfTaskAsync(Sample.Clerk, new TaskId("t-1")))!;
        office.Attached.Should().HaveCount(2);
        office.Attached.SelectMany(attached => attached.Elsewhere).Select(use => (use.Task.Value, use.In, use.Number))
            .Should().BeEquivalentTo([("t-1", "report", 1), ("t-1", "completion", 0), ("t-2", "value", 0), ("t-2", "value", 0)]);

        var education = (await evidence.OfTaskAsync(Education, new TaskId("t-1")))!;
        education.Attached.SelectMany(attached => attached.Elsewhere).Select(use => use.Task.Value).Should().AllBe("t-1");
    }

    [Fact]
    public async Task Uses_and_reach_follow_what_the_caller_sees()
    {
        await using var registers = await RegistersOnDisk.CaughtUpAsync(Feeds());
        var evidence = (IEvidenceRegister)registers.Register;

        (await evidence.UsesAsync(Sample.Clerk, Hash)).Uses.Should().HaveCount(3);
        (await evidence.UsesAsync(Gushi, Hash)).Uses.Should().ContainSingle().Which.Title.Should().Be("乙");
        (await evidence.IsInReachAsync(Gushi, Hash)).Should().BeTrue();
        (await evidence.IsInReachAsync(Sample.Caller(Sample.Xinxian, Role.Liaison), Hash)).Should().BeFalse();
        (await evidence.IsInReachAsync(Sample.Caller(Sample.Office, Role.SystemAdministrator), Hash)).Should().BeFalse();
        (await evidence.OfTaskAsync(Gushi, new TaskId("t-1"))).Should().BeNull();
        (await evidence.OfTaskAsync(Sample.Clerk, new TaskId("t-9"))).Should().BeNull();
    }

    [Fact]
    public async Task A_report_that_repeats_an_earlier_one_is_pointed_out_with_it()
    {
        var feeds = Feeds();
        feeds.Append("task/t-1", Reported(2, "设备采购已经挂网，监理单位进场，一号楼封顶，二号楼完成基础验收，工资足额发放。"));
        feeds.Append("task/t-1", Reported(3, Text.Replace("320", "355", StringComparison.Ordinal)));
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        var copied = (await ((IEvidenceRegister)registers.Register).OfTaskAsync(Education, new TaskId("t-1")))!.Copied;

        copied.Should().ContainSingle().Which.Should().Be(new CopiedReport(3, 1, 100));
    }

    private static MemoryFeeds Feeds()
    {
        var feeds = new MemoryFeeds();
        feeds.Append("task/t-1", Sample.Registered("t-1", "甲", proposed: Sample.To(Sample.Education)));
        feeds.Append("task/t-2", Sample.Registered("t-2", "乙", proposed: Sample.To(Sample.Gushi)));
        feeds.Append("task/t-1", Reported(1, Text, Photo, new EvidenceReference("台账", "档案柜三")));
        feeds.Append("task/t-1", new CompletionSubmitted(Sample.Education, "已建成", [Photo], Sample.Today));
        feeds.Append("task/t-2", new ValueRecorded(new IndicatorValue("i1", Sample.Today, new TargetValue(1), null, [Photo], Sample.Gushi)));
        return feeds;
    }

    private static ProgressReported Reported(int number, string text, params EvidenceReference[] evidence) =>
        new(number, Sample.Education, 10, 10, text, evidence);
}
