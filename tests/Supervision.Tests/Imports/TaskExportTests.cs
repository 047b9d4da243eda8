using Supervision.Agencies;
using Supervision.Api.Imports;
using Supervision.Api.Problems;
using Supervision.Api.Registers;
using Supervision.Api.Sheets;
using Supervision.Imports;
using Supervision.Language;
using Supervision.Registers;
using Supervision.Tasks;
using Supervision.Tests.Registers;

namespace Supervision.Tests.Imports;

/// <summary>The register as a sheet: whole, filtered, and for nobody more than the list shows him.</summary>
public sealed class TaskExportTests
{
    [Fact]
    public async Task The_sheet_holds_what_the_list_shows_over_many_pages_and_no_more()
    {
        var feeds = new MemoryFeeds();
        for (var i = 0; i < 1_100; i++)
        {
            feeds.Append($"task/t-{i}", Sample.Registered($"t-{i}", $"=事项 {i}", "内容"),
                new TaskAssigned(Sample.To(i % 10 == 0 ? Sample.Gushi : Sample.Education, 30)));
        }

        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        (await ExportedAsync(registers, Sample.Clerk)).Should().BeEquivalentTo((await registers.ListAllAsync(Sample.Clerk)).Select(row => row.Task.Value)).And.HaveCount(1_100);
        (await ExportedAsync(registers, Sample.Caller(Sample.Gushi, Role.Liaison))).Should().HaveCount(110);
        (await ExportedAsync(registers, Sample.Caller(Sample.Office, Role.SystemAdministrator))).Should().BeEmpty();
        (await ExportedAsync(registers, Sample.Clerk, new TaskFilter(Lead: Sample.Gushi, Text: "事项 990"))).Should().Equal("t-990");
    }

    private static async Task<IReadOnlyList<string>> ExportedAsync(RegistersOnDisk registers, Caller caller, TaskFilter? filter = null)
    {
        using var stream = new MemoryStream();
        var export = new TaskExport(registers.Database, registers.Positions, registers.Settings, registers.Time);
        using (var writer = new FormWriter<TaskCells>(stream, TaskForm.Form, Organisation.Shipped))
        {
            await foreach (var row in export.ReadAsync(caller, filter ?? TaskFilter.Everything, null, default))
                writer.Row(row);
        }

        try
        {
            return [.. ReadSheet<TaskCells>.Of(TaskForm.Form, stream.ToArray(), "a.xlsx").Lines.Select(line => line.Cells[0].Text)];
        }
        catch (RefusedException empty) when (empty.Refused.Code == ImportRefusals.NoRows.Code)
        {
            return [];
        }
    }
}
