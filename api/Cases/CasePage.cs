using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Supervision.Agencies;
using Supervision.Cases;
using Supervision.Language;

namespace Supervision.Api.Cases;

/// <summary>The page of a package: everything as text in one file, without a script and without another host.</summary>
internal sealed class CasePage(CaseRecords records, Organisation organisation)
{
    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly StringBuilder _page = new();

    public string Write()
    {
        var title = records.Events
            .Select(at => JsonElement.Parse(at.Body).GetProperty("fact"))
            .Select(fact => fact.TryGetProperty("title", out var text) && text.ValueKind is JsonValueKind.String ? text.GetString() : null)
            .FirstOrDefault(text => text is not null) ?? records.Task;
        WriteHead(title);
        foreach (var stream in records.Events.GroupBy(at => at.Stream))
            WriteStream(stream.Key, stream);
        WriteFiles();
        WriteSeals();
        return _page.Append("</main>\n").ToString();
    }

    private void WriteHead(string title)
    {
        Add($"""
            <!doctype html>
            <html lang="zh-CN"><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width">
            <title>{Safe(title)}</title>
            """);
        // Braces of a style sheet and of C# do not go together.
        Add("<style>body{font:16px/1.6 sans-serif;margin:0;color:#222}main{max-width:60rem;margin:auto;padding:1rem}table{border-collapse:collapse;width:100%}"
            + "td,th{border-bottom:1px solid #ccc;padding:.3rem;text-align:left;vertical-align:top}code,pre{font-size:.8rem;word-break:break-all;"
            + "white-space:pre-wrap}.mark{background:#fff3c4;padding:.5rem}</style>");
        Add($"<main><h1>{Safe(title)}</h1><p>案件证据包 · evidence package — <code>task/{Safe(records.Task)}</code>，台账 ledger <code>{Safe(records.Store)}</code></p>");
        if (records.StoreKind is "Demo") Add("<p class=mark>模拟数据，并非真实业务 · Simulated, no real business.</p>");
        Add("<p>本页只供阅读；是否被改动，以 manifest.json 和核验程序为准。"
            + "This page is for reading; whether anything was altered is told by manifest.json and the checker.</p>");
    }

    private void WriteStream(string stream, IEnumerable<CaseEvent> events)
    {
        Add($"<h2>{Safe(CaseWords.OfStream(stream))} <code>{Safe(stream)}</code></h2>");
        Add("<table><tr><th>序号 no.</th><th>时间 time</th><th>经办 by</th><th>事实 fact</th></tr>");
        foreach (var at in events)
            WriteEvent(at, JsonElement.Parse(at.Body));
        Add("</table>");
    }

    private void WriteEvent(CaseEvent at, JsonElement body)
    {
        var kind = body.GetProperty("kind").GetString()!;
        var recorded = body.GetProperty("recorded").GetDateTimeOffset().ToOffset(Shanghai);
        var agency = body.GetProperty("agency").GetString()!;
        var who = $"{organisation.Find(new AgencyCode(agency))?.Name ?? agency} {body.GetProperty("account").GetString()}"
            + (body.TryGetProperty("behalf", out var behalf) ? $"（代 for {behalf.GetString()}）" : "");
        var fact = JsonSerializer.Serialize(body.GetProperty("fact"), Readable);
        Add($"<tr><td>{at.Seq}<td>{Safe(recorded.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture))}<td>{Safe(who)}"
            + $"<td>{Safe(CaseWords.OfKind(kind))}<details><summary><code>{Safe(kind)}</code></summary><pre>{Safe(fact)}</pre>"
            + $"<code>{at.Hash}</code></details></tr>");
    }

    private void WriteFiles()
    {
        if (records.Files.Count == 0) return;

        Add("<h2>佐证材料 · evidence</h2><ul>");
        foreach (var file in records.Files)
        {
            Add(file.IsRemoved
                ? $"<li>{Safe(file.Name)}：已依法删除 · removed by law <code>{file.Hash}</code></li>"
                : $"<li><a href=\"{Safe(CasePackage.PathOf(file))}\">{Safe(file.Name)}</a> <code>{file.Hash}</code></li>");
        }

        Add("</ul>");
    }

    private void WriteSeals()
    {
        Add("<h2>封存 · seals</h2>");
        if (records.Seals.Count == 0) Add("<p>尚未封存 · not sealed yet.</p>");
        Add("<p>请与当时公布或留存的根值核对 · compare the roots with those that were published.</p><ul>");
        foreach (var seal in records.Seals)
            Add($"<li>{seal.Number}：<code>{Safe(JsonElement.Parse(seal.Body).GetProperty("root").GetString()!)}</code></li>");
        Add("</ul>");
    }

    private void Add(string line) => _page.Append(line).Append('\n');

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
