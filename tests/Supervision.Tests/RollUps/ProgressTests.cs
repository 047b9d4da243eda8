using Supervision.Language;
using Supervision.Plans;
using Supervision.Registers;
using Supervision.RollUps;
using Supervision.Tasks;
using Supervision.Tests.Registers;

namespace Supervision.Tests.RollUps;

public sealed class ProgressTests
{
    private static readonly PlanId City = new("p");
    private static readonly TaskId First = new("p-01");

    [Fact]
    public async Task A_leafs_report_is_seen_at_the_root()
    {
        var feeds = Cascade();
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        var seen = feeds.Append("task/p-01-gushi-01", new ProgressReported(1, Sample.Gushi, 50, 40, "进展", []));
        var tree = await registers.Plans.ProgressAsync(Sample.Clerk, City, new ProgressQuery(Depth: 4), seen);

        // The county's two tasks weigh 3 and 1: 375 of the first task, which weighs 1 of 2.
        (tree!.Root.Permille, tree.Root.Children, tree.Root.Counted).Should().Be((188, 2, 2));
        var county = tree.Root.Below[0].Below.Should().ContainSingle().Which;
        (county.Kind, county.Id, county.Agency, county.Permille).Should().Be((ProgressKind.Plan, "p-01-gushi", Sample.Gushi, 375));
        county.Below.Select(task => (task.Title, task.Permille, task.Weight)).Should().Equal(("示范事项", 500, 3), (null, 0, 1));
        tree.Root.Lights.Values.Sum().Should().Be(2);
    }

    [Fact]
    public async Task A_merged_task_goes_on_as_far_as_the_one_it_went_into()
    {
        var feeds = Cascade();
        feeds.Append("task/p-02", Sample.Registered("p-02"), new TaskAssigned(Sample.To(Sample.Education, 60), Sample.Today),
            new TaskMerged(First, "内容相同", [Sample.Education]));
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        var seen = feeds.Append("task/p-01-gushi-01", new ProgressReported(1, Sample.Gushi, 50, 40, "进展", []));
        var tree = await registers.Plans.ProgressAsync(Sample.Clerk, City, new ProgressQuery(Depth: 1), seen);

        (tree!.Root.Permille, tree.Root.Counted, tree.Root.Lights.Values.Sum()).Should().Be((375, 2, 2));
        tree.Root.Below.Select(task => (task.Id, task.Permille)).Should().Equal(("p-01", 375), ("p-02", 375));
    }

    [Fact]
    public async Task A_split_task_is_as_far_as_its_parts_by_their_weights()
    {
        var feeds = Cascade();
        feeds.Append("task/p-02", Sample.Registered("p-02"), new TaskAssigned(Sample.To(Sample.Education, 60), Sample.Today),
            new ProgressReported(1, Sample.Education, 90, 40, "进展", []), new TaskSplit("分头推进",
                [.. new[] { 3, 1 }.Select((weight, n) => new PartOfTask(new TaskId($"p-02.{n + 1}"), "部分", "内容", Sample.To(Sample.Gushi, 60), weight, []))]));
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        var seen = feeds.Append("task/p-02.1", Sample.Registered("p-02.1"), new TaskAssigned(Sample.To(Sample.Gushi, 60), Sample.Today),
            new ProgressReported(1, Sample.Gushi, 40, 40, "进展", []));
        var tree = await registers.Plans.ProgressAsync(Sample.Clerk, new TaskId("p-02"), new ProgressQuery(Depth: 1), seen);

        (tree!.Root.Permille, tree.Root.Lights.Values.Sum()).Should().Be((300, 1), "the second part has not come yet, and the whole has no light of its own");
        tree.Root.Below.Select(part => (part.Id, part.Weight, part.Permille)).Should().Equal(("p-02.1", 3, 400), ("p-02.2", 1, 0));
    }

    [Fact]
    public async Task A_tree_is_seen_as_far_as_its_tasks_are()
    {
        await using var registers = await RegistersOnDisk.CaughtUpAsync(Cascade());
        var (county, bureau) = (Sample.Caller(Sample.Gushi, Role.Liaison), Sample.Caller(Sample.Education, Role.Liaison));

        var whole = await registers.Plans.ProgressAsync(bureau, City, new ProgressQuery());
        var own = await registers.Plans.ProgressAsync(county, new PlanId("p-01-gushi"), new ProgressQuery());
        var above = await registers.Plans.ProgressAsync(county, First, new ProgressQuery());
        var lead = await registers.Plans.ProgressAsync(bureau, First, new ProgressQuery());

        (whole, above).Should().Be((null, null));
        (own!.Root.Children, own.Root.Below.Count).Should().Be((1, 1));
        (lead!.Root.Children, lead.Root.Below.Count).Should().Be((0, 0));
    }

    [Fact]
    public async Task Expected_progress_goes_by_the_days()
    {
        await using var registers = await RegistersOnDisk.CaughtUpAsync(Cascade());

        var half = await registers.Plans.ProgressAsync(Sample.Clerk, First, new ProgressQuery(0, Sample.Today.AddDays(30)));
        var end = await registers.Plans.ProgressAsync(Sample.Clerk, City, new ProgressQuery(0, Sample.Today.AddDays(60)));

        half!.Root.ExpectedPermille.Should().Be(500);
        end!.Root.ExpectedPermille.Should().Be(500, "the second task of the plan has no schedule yet");
    }

    [Fact]
    public void An_old_or_repeated_contribution_changes_nothing()
    {
        var node = RollUpNode.New("task/t").Told(5, Standing.Open, 300).Placed(2, new Placement("plan/p", 1, true, true));

        node.Told(5, Standing.Gone, 0).Should().BeSameAs(node);
        node.Told(4, Standing.Done, 0).Should().BeSameAs(node);
        node.Placed(2, new Placement("plan/q", 9, true, true)).Should().BeSameAs(node);
    }

    [Fact]
    public async Task A_circle_of_plans_and_tasks_is_left_open()
    {
        var feeds = new MemoryFeeds();
        feeds.Append("plan/p", new PlanOpened(City, "子方案", "", Sample.Registered("x").Authority, Above(First)), Item(1, 1), new PlanAccepted(["+1"]));
        feeds.Append("task/p-01", Sample.Registered("p-01"));
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        (await registers.Plans.ProgressAsync(Sample.Clerk, First, new ProgressQuery(4))).Should().NotBeNull();
    }

    // p has two tasks; the bureau leads the first, which the county breaks down into two, of which one has come.
    private static MemoryFeeds Cascade()
    {
        var feeds = new MemoryFeeds();
        feeds.Append("task/p-01-gushi-01", Sample.Registered("p-01-gushi-01"), new TaskAssigned(Sample.To(Sample.Gushi), Sample.Today));
        feeds.Append("plan/p-01-gushi",
            new PlanOpened(new PlanId("p-01-gushi"), "子方案", "", Sample.Registered("x").Authority, Above(First)),
            Item(1, 3), Item(2, 1), new PlanAccepted(["+1", "+2"]));
        feeds.Append("task/p-01", Sample.Registered("p-01"), new TaskAssigned(Sample.To(Sample.Education), Sample.Today));
        feeds.Append("plan/p",
            new PlanRegistered(City, new PlanDraft("方案", null, "市政府", Sample.Today, null, new PlanSource("00", PlanFormat.Md, "utf-8"), [], [], [], [])),
            Item(1, 1), Item(2, 1), new PlanAccepted(["+1", "+2"]));
        return feeds;
    }

    private static PlanItemAdded Item(int number, int weight) =>
        new(new PlanItem($"+{number}", number, null, "条目", "内容", [], ItemVerdict.Accepted, Weight: weight));

    private static PlanParent Above(TaskId task) => new(task, City, Sample.Gushi, Sample.Today.AddDays(60), Sample.Today.AddDays(20), []);
}
