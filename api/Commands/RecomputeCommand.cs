using System.CommandLine;
using Supervision.Evaluations;

namespace Supervision.Api.Commands;

/// <summary><c>recompute BUNDLE [RESULT]</c>: 重算考核结果 from one file, without a store and without a server.</summary>
internal static class RecomputeCommand
{
    private static readonly Argument<string> Bundle = new("BUNDLE") { Description = "考核数据包 · bundle of an evaluation, docs/rules/evaluation-bundle.md" };

    private static readonly Argument<string?> Result = new("RESULT")
    {
        Description = "公布的结果；不给则输出重算的结果 · the result to compare with; without it the one computed here is printed",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Command Create()
    {
        var command = new Command("recompute", "重算考核结果 · compute an evaluation again from its bundle, and compare byte by byte") { Bundle, Result };
        command.SetAction((parsed, cancellation) => Verbs.TellFailureAsync(() => RunAsync(parsed, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var published = parsed.GetValue(Result) is { } path ? await File.ReadAllBytesAsync(path, cancellation) : null;
        var (bundle, finding) = EvaluationBundle.Read(await File.ReadAllBytesAsync(parsed.GetRequiredValue(Bundle), cancellation));
        if (bundle is null) return Refuse([finding!]);

        var (evaluation, findings) = Evaluation.Of(bundle);
        if (evaluation is null) return Refuse(findings.Where(found => found.Severity is Definitions.Severity.Error));

        var computed = evaluation.Result.Write();
        if (published is not null) return Compare(computed, published);

        // The bytes themselves: what is written to a file is the result, without a line end behind it.
        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(computed, cancellation);
        return Verbs.Done;
    }

    private static int Compare(byte[] computed, byte[] published)
    {
        if (ResultDifference.First(computed, published) is not { } difference)
        {
            Console.Out.WriteLine($"一致，{computed.Length} 字节 · The result is the same, {computed.Length} bytes.");
            return Verbs.Done;
        }

        Console.Error.WriteLine($"不一致，自第 {difference.Byte} 字节起 · The results differ, from byte {difference.Byte} on.");
        if ((difference.Here, difference.There) is (null, null))
        {
            Console.Error.WriteLine("数值相同，写法不同：须为规范格式 · The values are the same, written otherwise: a result has the canonical form.");
            return Verbs.Refused;
        }

        Console.Error.WriteLine($"第一处 · first: {(difference.Place.Length > 0 ? difference.Place : "—")}");
        Console.Error.WriteLine($"  重算 · computed:  {difference.Here ?? "（没有 · none）"}");
        Console.Error.WriteLine($"  公布 · published: {difference.There ?? "（没有 · none）"}");
        return Verbs.Refused;
    }

    private static int Refuse(IEnumerable<EvaluationFinding> findings)
    {
        foreach (var finding in findings)
            Console.Error.WriteLine($"[{finding.Code}] {finding.Place}\n  {finding.Chinese}\n  {finding.English}");
        Console.Error.WriteLine("无法计算 · This cannot be computed.");
        return Verbs.Refused;
    }
}
