using System.Diagnostics;
using System.Text;
using Supervision.Plans;
using Supervision.Tests.Plans.Documents;

namespace Supervision.Bench;

/// <summary>A long docx is drafted soon and in bounded memory, and the city's plan at once.</summary>
/// <remarks>Claims are of processor time: other work on the machine does not change it.</remarks>
internal static class DocumentsPart
{
    public const int PageCount = 200;
    public const double SecondsMax = 10;
    public const double MegabytesMax = 300;
    public const double PlanSecondsMax = 1;

    public const int HostileLength = 20_000;
    public const double HostileSecondsMax = 3;

    private const int LettersOfPage = 1_100;
    private const int TaskCount = 90;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(5);

    public static async Task<bool> RunAsync(BenchOptions options)
    {
        Report.Heading($"Documents: a docx of {PageCount} pages by the command line, and the city's plan");
        Report.Columns("document", "bytes", "parts", "processor s", "peak MB");
        var folder = Directory.CreateTempSubdirectory("supervision-bench-");
        try
        {
            var path = Path.Combine(folder.FullName, "long.docx");
            var content = LongPlan();
            await File.WriteAllBytesAsync(path, content);
            var (seconds, megabytes, json) = await DraftAsync(path);
            var parts = PlanDraftJson.Read(json).Items.Count();
            Report.Row("long.docx", Report.Number(content.Length), $"{parts}", Report.Number(seconds, "N2"), Report.Number(megabytes));
            var plan = await DraftCityPlanAsync();
            var hostile = DraftHostile();
            return Report.Claim($"{TaskCount} tasks of {PageCount} pages within {SecondsMax} s and {MegabytesMax} MB, process and all",
                    parts == TaskCount && seconds <= SecondsMax && megabytes <= MegabytesMax)
                & Report.Claim($"the city's plan within {PlanSecondsMax} s", plan)
                & Report.Claim($"each paragraph of {HostileLength:N0} letters made to make rules search for ever within {HostileSecondsMax} s", hostile);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // A process of its own, as a user starts it: its peak is that of reading and of nothing before.
    private static async Task<(double Seconds, double Megabytes, string Json)> DraftAsync(string path)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Supervision.Api"))
        {
            ArgumentList = { "import", path, "--draft", "--json" },
            RedirectStandardOutput = true,
        })!;
        var said = process.StandardOutput.ReadToEndAsync();
        var (peak, seconds) = (0L, 0d);
        while (!process.HasExited)
        {
            try
            {
                process.Refresh();
                (peak, seconds) = (Math.Max(peak, process.PeakWorkingSet64), process.TotalProcessorTime.TotalSeconds);
            }
            catch (InvalidOperationException)
            {
                // It has ended since it was asked.
            }

            await Task.Delay(Glance);
        }

        return (seconds, peak / 1024d / 1024d, await said);
    }

    private static async Task<bool> DraftCityPlanAsync()
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable("SUPERVISION_SHARED") ?? "../shared", "plans", "xinyang-2023-2025.md");
        if (!File.Exists(path))
        {
            Report.Row("city plan", "absent", "", "", "");
            return true;
        }

        var content = await File.ReadAllBytesAsync(path);
        var began = Environment.CpuUsage.TotalTime;
        var draft = ((PlanReading.Read)PlanReader.Read(content, path)).Draft;
        var seconds = (Environment.CpuUsage.TotalTime - began).TotalSeconds;
        Report.Row("city plan, first time", Report.Number(content.Length), $"{draft.Items.Count()}", Report.Number(seconds, "N2"), "");
        return seconds <= PlanSecondsMax;
    }

    // Pieces that open what never closes, or nearly fit what rules look for, again and again.
    private static bool DraftHostile()
    {
        string[] pieces =
        [
            "（", "（）", "市教育局、", "由市教育局", "牵头", "2026年", "2026年1月至", "港、固始港", "1", "1,", "1.", "百分之", "“一校", "*a ", "_", "责任单位：", "由",
            "每", "建设", "和", "提高到", "、", "在", " ", "by ", "at least 1 ", "Department of ", "and ", "自", "建成工程、",
        ];
        var worst = (Piece: "", Seconds: 0d);
        foreach (var piece in pieces)
        {
            var text = "方案\n一、任务\n1. 甲。" + string.Concat(Enumerable.Repeat(piece, HostileLength / piece.Length)) + "\n";
            var began = Environment.CpuUsage.TotalTime;
            _ = PlanReader.Read(Encoding.UTF8.GetBytes(text), "hostile.md");
            var seconds = (Environment.CpuUsage.TotalTime - began).TotalSeconds;
            worst = seconds > worst.Seconds ? (piece, seconds) : worst;
        }

        Report.Row($"worst of {pieces.Length} hostile paragraphs, of \"{worst.Piece}\"", Report.Number(HostileLength), "", Report.Number(worst.Seconds, "N2"), "");
        return worst.Seconds <= HostileSecondsMax;
    }

    private static byte[] LongPlan()
    {
        const string Sentence = "完成老旧管网改造12公里，2026年9月底前建成项目3个，覆盖率达到95%以上，推动各县区抓好落实。";
        var paragraph = string.Concat(Enumerable.Repeat(Sentence, 300 / Sentence.Length));
        var paragraphs = PageCount * LettersOfPage / TaskCount / paragraph.Length;
        var body = new StringBuilder(WordFile.P("示例市三年行动计划") + WordFile.Item(0, "重点任务"));
        for (var i = 0; i < TaskCount; i++)
        {
            body.Append(WordFile.Item(1, $"任务{i}。（市水利局牵头，市财政局配合）"));
            for (var j = 0; j < paragraphs; j++)
                body.Append(WordFile.P(paragraph));
        }

        return WordFile.Of(body.ToString(), WordFile.OfficialList);
    }
}
