using System.Text;
using Supervision.Plans;

namespace Supervision.Tests.Plans;

/// <summary>How the tests of this folder read a text.</summary>
internal static class Reading
{
    public static PlanDraft Draft(string text, string fileName = "plan.md") => Draft(Encoding.UTF8.GetBytes(text), fileName);

    public static PlanDraft Draft(byte[] content, string fileName = "plan.md") =>
        PlanReader.Read(content, fileName).Should().BeOfType<PlanReading.Read>().Which.Draft;

    public static PlanReading.Unreadable Refusal(byte[] content, string fileName = "plan.md") =>
        PlanReader.Read(content, fileName).Should().BeOfType<PlanReading.Unreadable>().Which;

    /// <summary>Key and title of every part, one a line, deeper parts further in.</summary>
    public static string Tree(IEnumerable<PlanNode> nodes, string indent = "") => string.Concat(nodes.Select(node =>
        $"{indent}{node.Key} {node.Title}\n" + Tree(node.Items, indent + "  ")));
}
