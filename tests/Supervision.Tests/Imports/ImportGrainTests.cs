using Supervision.Imports;
using Supervision.Language;
using Supervision.Silo.Followers;
using Supervision.Silo.Ledger;
using Supervision.Tasks;
using Supervision.Tests.Actors;
using Supervision.Tests.Tasks;

namespace Supervision.Tests.Imports;

/// <summary>Imports as actors: nothing changes before somebody starts one, and then each row once, whatever happens on the way.</summary>
public sealed class ImportGrainTests
{
    [Fact]
    public async Task A_dry_run_changes_nothing_and_a_start_registers_each_row()
    {
        await using var city = await City.FoundAsync();
        var import = new ImportLine(city);

        (await import.TakeAsync(TaskSheets.Of(Enumerable.Range(1, 250).Select(TaskSheets.Numbered)))).ShouldBeDone();
        (await import.ViewAsync()).Should().Match<ImportView>(it =>
            it.Phase == ImportPhase.Checked && it.Found.New == 250 && it.ToDo == 250 && it.Done == 0 && it.Columns.Count == TaskForm.Form.Columns.Count);
        await city.SettleAsync();
        (await ViewAsync(city, "ext.list.1")).Should().BeNull("nobody has started it");

        (await import.StartAsync()).ShouldBeDone();
        await city.SettleAsync();

        (await import.ViewAsync()).Should().Match<ImportView>(it => it.Phase == ImportPhase.Finished && it.Done == 250 && it.Failed == 0);
        (await ViewAsync(city, "ext.list.250"))!.Should().Match<TaskView>(task => task.Title == "事项 250" && task.Stage == TaskStage.Registered);
        (await import.RowsAsync()).Should().HaveCount(250).And.OnlyContain(row => row.IsDone && row.Outcome == RowOutcome.New);
    }

    [Fact]
    public async Task The_same_file_twice_changes_nothing()
    {
        await using var city = await City.FoundAsync();
        var import = new ImportLine(city);
        var file = TaskSheets.Of([.. Enumerable.Range(1, 3).Select(TaskSheets.Numbered), TaskSheets.Sample]);
        await import.TakeAsync(file);
        await import.StartAsync();
        await city.SettleAsync();

        await import.TakeAsync(file);

        (await import.RowsAsync()).Should().HaveCount(4).And.OnlyContain(row => row.Outcome == RowOutcome.Unchanged);
        (await import.StartAsync()).ShouldBeDone();
        await city.SettleAsync();
        (await import.ViewAsync()).Phase.Should().Be(ImportPhase.Finished);
        (await city.FactsAsync("task/ext.list.1")).OfType<TaskRegistered>().Should().ContainSingle();
    }

    [Fact]
    public async Task A_changed_assignment_is_an_assignment_before_it_is_given_and_refused_with_a_way_out_after()
    {
        await using var city = await City.FoundAsync();
        var task = new TaskLine(city);
        await task.RegisterAsync();
        await task.ApproveAsync();
        var import = new ImportLine(city);
        var row = TaskCells.Of(await task.ViewAsync()) with { Lead = People.Lead, DueOn = TaskScenario.DueOn };

        await import.TakeAsync(TaskSheets.Of(row));
        (await import.RowsAsync())[0].Changes.Select(change => change.ToString()).Should().Equal(
            new CellChange("牵头单位", "", "信阳市教育局").ToString(), new CellChange("期限", "", "2026-06-30").ToString());
        await import.StartAsync();
        await city.SettleAsync();
        (await task.ViewAsync()).Assignment!.Lead.Should().Be(People.Lead);

        await import.TakeAsync(TaskSheets.Of(
            row with { DueOn = TaskScenario.DueOn.AddDays(1) }, row with { Task = "nobody" },
            row with { Task = "", External = "9", Content = "" }));
        (await import.RowsAsync()).Select(it => (it.Problems[0].Code, it.Problems[0].Column)).Should().Equal(
            (RowRefusals.DueOnFixed.Code, "期限"), (RowRefusals.TaskUnknown.Code, "事项编号"), (RowRefusals.CellMissing.Code, "内容"));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(31)]
    [InlineData(164)]
    public async Task A_crash_in_the_middle_and_a_restart_do_every_row_exactly_once(int appends)
    {
        var ledger = new FailingLedger(new MemoryLedger());
        var import = default(ImportLine)!;
        await using (var city = await City.FoundAsync(ledger))
        {
            import = new ImportLine(city);
            await import.TakeAsync(TaskSheets.Of(Enumerable.Range(1, 250).Select(TaskSheets.Numbered)));
            await import.StartAsync();

            // The process dies: from the n-th append on nothing is answered, though some of it is stored.
            BreakAfter(ledger, appends);
            await import.Invoking(it => it.FollowAsync()).Should().ThrowAsync<Exception>();
        }

        ledger.AfterNextAppend = null;
        ledger.IsBroken = false;
        await using var again = await City.FoundAsync(ledger);
        await again.SettleAsync();

        var view = await again.Grains.GetGrain<IImportGrain>(import.Id.Value).ViewAsync(again.As(People.Clerk));
        view.Should().Match<ImportView>(it => it.Phase == ImportPhase.Finished && it.Done == 250 && it.Failed == 0);
        foreach (var n in Enumerable.Range(1, 250))
            (await again.FactsAsync($"task/ext.list.{n}")).OfType<TaskRegistered>().Should().ContainSingle();
        (await ledger.ListParkedAsync(ShardFollowerGrain.Name)).Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_cancelled_on_the_way_stops_after_the_rows_that_are_under_way()
    {
        var ledger = new FailingLedger(new MemoryLedger());
        await using var city = await City.FoundAsync(ledger);
        var import = new ImportLine(city);
        await import.TakeAsync(TaskSheets.Of(Enumerable.Range(1, 250).Select(TaskSheets.Numbered)));
        await import.StartAsync();
        ledger.AfterNextAppend = async _ => (await import.CancelAsync()).ShouldBeDone();

        await city.SettleAsync();

        (await import.ViewAsync()).Should().Match<ImportView>(it => it.Phase == ImportPhase.Cancelled && it.Done == ImportRules.ChunkRows);
        (await ViewAsync(city, $"ext.list.{ImportRules.ChunkRows + 1}")).Should().BeNull();
        (await import.StartAsync()).ShouldBeDone(); // The same key is answered as it was.
        (await import.Grain.ExecuteAsync(city.As(People.Clerk), new StartImport(new("anew")))).ShouldBeRefused(ImportRefusals.Cancelled);
    }

    [Fact]
    public async Task An_upload_that_broke_off_goes_on_with_its_key_and_another_file_does_not()
    {
        var ledger = new FailingLedger(new MemoryLedger());
        await using var city = await City.FoundAsync(ledger);
        var import = new ImportLine(city);
        var file = TaskSheets.Of(Enumerable.Range(1, 250).Select(TaskSheets.Numbered));
        ledger.AfterNextAppend = _ => throw new LedgerUnavailableException("the connection broke");
        await import.Invoking(it => it.TakeAsync(file, key: "u")).Should().ThrowAsync<LedgerUnavailableException>();

        (await import.TakeAsync(file, key: "u")).ShouldBeDone();
        (await import.TakeAsync(file, key: "u")).ShouldBeDone();
        (await import.ViewAsync()).Should().Match<ImportView>(it => it.Phase == ImportPhase.Checked && it.Taken == 250);
        (await import.TakeAsync(TaskSheets.Of(TaskSheets.Sample), key: "u")).ShouldBeRefused(CommonRefusals.KeyReused);
    }

    [Fact]
    public async Task A_row_that_another_has_registered_meanwhile_is_refused_alone()
    {
        await using var city = await City.FoundAsync();
        var import = new ImportLine(city);
        await import.TakeAsync(TaskSheets.Of(Enumerable.Range(1, 2).Select(TaskSheets.Numbered)));
        (await new TaskLine(city, "ext.list.1").RegisterAsync()).ShouldBeDone();

        await import.StartAsync();
        await city.SettleAsync();

        (await import.RowsAsync(RowOutcome.Refused)).Should().ContainSingle().Which.Problems[0].Code.Should().Be(TaskRefusals.AlreadyRegistered.Code);
        (await import.ViewAsync()).Should().Match<ImportView>(it => it.Phase == ImportPhase.Finished && it.Done == 1 && it.Failed == 1);
    }

    [Fact]
    public async Task Others_than_the_office_import_nothing_and_see_nothing()
    {
        await using var city = await City.FoundAsync();
        var import = new ImportLine(city);
        (await import.TakeAsync(TaskSheets.Of(TaskSheets.Sample), by: People.Liaison)).ShouldBeRefused(ImportRefusals.NotAllowed);

        await import.TakeAsync(TaskSheets.Of(TaskSheets.Sample));
        (await import.Grain.ViewAsync(city.As(People.Liaison))).Should().BeNull();
        (await import.Grain.ListRowsAsync(city.As(People.Head), null, 0, 1)).Should().BeNull();
        (await import.Grain.FindBatchAsync(city.As(People.Clerk), 0)).Should().BeNull();
    }

    [Fact]
    public async Task An_old_dry_run_is_made_again_before_it_is_started()
    {
        await using var city = await City.FoundAsync();
        var import = new ImportLine(city);
        await import.TakeAsync(TaskSheets.Of(TaskSheets.Sample));
        city.Jump(ImportRules.DryRunDaysMax + 1);

        (await import.StartAsync()).ShouldBeRefused(ImportRefusals.Outdated);
    }

    [Fact]
    public async Task Rows_come_page_by_page()
    {
        await using var city = await City.FoundAsync();
        var import = new ImportLine(city);
        await import.TakeAsync(TaskSheets.Of(Enumerable.Range(1, 130).Select(n => TaskSheets.Numbered(n) with { Content = n % 10 == 0 ? "" : "内容" })));

        var numbers = new List<int>();
        for (int? from = 0; from is { } place;)
        {
            var page = await import.Grain.ListRowsAsync(city.As(People.Clerk), RowOutcome.Refused, place, 4);
            numbers.AddRange(page!.Items.Select(row => row.Number));
            from = page.Next;
        }

        numbers.Should().Equal(Enumerable.Range(1, 13).Select(n => (n * 10) + 2), "the second head is a row of the sheet");
    }

    private static void BreakAfter(FailingLedger ledger, int appends) => ledger.AfterNextAppend = _ =>
    {
        if (--appends > 0)
            BreakAfter(ledger, appends);
        else
            ledger.IsBroken = true;
        return ledger.IsBroken ? throw new LedgerUnavailableException("the process died") : Task.CompletedTask;
    };

    private static Task<TaskView?> ViewAsync(City city, string task) => city.Grains.GetGrain<ITaskGrain>(task).ViewAsync(city.As(People.Clerk));
}
