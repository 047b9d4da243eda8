using System.Diagnostics;
using System.Security.Cryptography;
using Supervision.Api;
using Supervision.Api.Evidence;
using Supervision.Evidence;
using Supervision.Language;
using Supervision.Silo.Evidence;
using Supervision.Silo.Ledger;

namespace Supervision.Bench;

/// <summary>A large file received, stored and recorded: at what speed, and in how little memory.</summary>
internal static class EvidencePart
{
    public const int Megabytes = 100;
    public const double MegabytesASecondMin = 20;

    /// <summary>A file is never held: some buffers, whatever its size.</summary>
    public const double AllocatedMegabytesMax = 10;

    private const int Megabyte = 1024 * 1024;

    public static async Task<bool> RunAsync(BenchOptions options)
    {
        Report.Heading($"Evidence: a file of {Megabytes} MB received, then stored and recorded, both flushed, {options.Rounds} times");
        Report.Columns("step", "median MB/s", "worst MB/s", "most MB allocated");
        var folder = Directory.CreateTempSubdirectory("supervision-bench-");
        try
        {
            await using var office = await Office.OpenAsync(new MemoryLedger());
            var (received, stored) = (new List<Measured>(), new List<Measured>());
            for (var round = 0; round <= options.Rounds; round++) // The first also compiles code.
            {
                var desk = new UploadDesk(
                    new UploadFolder(new DataFolder(folder.FullName)), FolderEvidenceStore.OpenToRead(Path.Combine(folder.FullName, "evidence")),
                    office.Grains);
                var (append, complete) = await SendAsync(desk, office.As(Office.Director), round);
                if (round == 0) continue;
                received.Add(append);
                stored.Add(complete);
            }

            Show("receive", received);
            Show("store and record", stored);
            return Claim([.. received, .. stored]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(Measured Append, Measured Complete)> SendAsync(UploadDesk desk, Caller caller, int seed)
    {
        var bytes = new byte[Megabytes * Megabyte];
        new Random(seed).NextBytes(bytes);
        "%PDF-1.7\n"u8.CopyTo(bytes);
        var begun = await desk.BeginAsync(caller, EvidenceHash.OfDigest(SHA256.HashData(bytes)), bytes.Length, "large.pdf", default);
        var id = begun.Upload?.Id ?? throw new InvalidOperationException($"{begun.Receipt}");
        var content = new MemoryStream(bytes);
        return (await MeasureAsync(() => desk.AppendAsync(caller, id, 0, content, default)), await MeasureAsync(() => desk.CompleteAsync(caller, id, default)));
    }

    private static async Task<Measured> MeasureAsync(Func<Task<UploadAnswer>> run)
    {
        var (allocated, began) = (GC.GetTotalAllocatedBytes(precise: true), Stopwatch.GetTimestamp());
        var answer = await run();
        if (answer.Receipt is Receipt.Refused refused) throw new InvalidOperationException(refused.English);

        return new Measured(
            Megabytes / Stopwatch.GetElapsedTime(began).TotalSeconds, (GC.GetTotalAllocatedBytes(precise: true) - allocated) / (double)Megabyte);
    }

    private static void Show(string step, List<Measured> measured) => Report.Row(
        step, Report.Number(measured.Select(one => one.MegabytesASecond).Median()), Report.Number(measured.Min(one => one.MegabytesASecond)),
        Report.Number(measured.Max(one => one.Allocated), "N1"));

    private static bool Claim(List<Measured> measured) => Report.Claim(
        $"each step at {MegabytesASecondMin} MB/s or more in at most {AllocatedMegabytesMax} MB",
        measured.TrueForAll(one => one.MegabytesASecond >= MegabytesASecondMin && one.Allocated <= AllocatedMegabytesMax));

    private sealed record Measured(double MegabytesASecond, double Allocated);
}
