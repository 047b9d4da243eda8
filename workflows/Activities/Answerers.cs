using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>Who has answered a wait of several, and who must stand back 回避. The actor's rule refuses them first; the machine does not rely on it.</summary>
internal static class Answerers
{
    /// <summary>Who answers, as <see cref="WaitRules.AnswererOf"/> writes it.</summary>
    public static string AccountOf(JsonObject? data) => data?["account"]?.ToString() ?? "";

    public static ImmutableArray<string> Of(Bookmark bookmark, string term) => [.. WaitRules.Words(bookmark.Term(term))];

    /// <summary>Whether the answer comes from somebody who is excluded, or has answered already.</summary>
    public static bool IsBarred(Bookmark bookmark, JsonObject? data) =>
        WaitRules.BarredAccounts(bookmark.Terms).Intersect(WaitRules.AccountsIn(AccountOf(data))).Any()
        || WaitRules.BarredAgencies(bookmark.Terms).Contains(data?["agency"]?.ToString() ?? "");

    public static ImmutableSortedDictionary<string, string> With(
        ImmutableSortedDictionary<string, string> terms, string term, ImmutableArray<string> accounts) =>
        accounts.IsEmpty ? terms : terms.SetItem(term, string.Join(',', accounts));
}
