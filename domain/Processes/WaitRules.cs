using Supervision.Language;

namespace Supervision.Processes;

/// <summary>Who may answer a waiting point, as far as its terms say. A definition narrows the table of rights; it never widens it.</summary>
public static class WaitRules
{
    /// <summary>The post that answers.</summary>
    public const string Role = "role";

    /// <summary>回避: accounts that decided before, or are party to the case; with commas between.</summary>
    public const string Excluded = "excluded";

    /// <summary>回避: agencies that are party to the case.</summary>
    public const string ExcludedAgencies = "excludedAgencies";

    /// <summary>The answers that a person may give, with commas between; a wait without any is answered by no person.</summary>
    public const string Outcomes = "outcomes";

    /// <summary>Where several are asked: who has approved, rejected, scored already.</summary>
    public const string ApprovedBy = "approvedBy";
    public const string RejectedBy = "rejectedBy";
    public const string ScoredBy = "scoredBy";

    /// <summary>Asked for by post, not standing back, not answered yet.</summary>
    public static bool Accepts(Wait wait, Caller caller) =>
        IsAsked(wait, caller) && !IsRecused(wait, caller) && !HasAnswered(wait, caller);

    /// <summary>An approval that names no post is nobody's; any other wait without one is everybody's who has the right.</summary>
    public static bool IsAsked(Wait wait, Caller caller) => wait.Term(Role) is { Length: > 0 } role
        ? PostsOf(caller).Contains(role)
        : wait.Kind != WaitKinds.Approval;

    /// <summary>The posts that a caller answers for, as definitions name them: the office's director is a clerk as well.</summary>
    public static IEnumerable<string> PostsOf(Caller caller) => caller.Is(Language.Role.OfficeDirector)
        ? caller.Roles.Append(Language.Role.OfficeClerk).Distinct().Select(role => role.ToString())
        : caller.Roles.Select(role => role.ToString());

    /// <summary>
    /// Judged by the head of the agency that does the work: named as the post, and where somebody has to stand back, said who.
    /// The strike-off has nobody to stand back: what is struck off was verified before.
    /// </summary>
    public static bool AsksHeadOfLead(Wait wait) =>
        wait.Term(Role) == nameof(Language.Role.AgencyHead) && (wait.Kind == WaitKinds.CloseOut || Words(wait.Term(Excluded)).Count > 0);

    /// <summary>回避: the caller, or whose powers he uses, must stand back.</summary>
    public static bool IsRecused(Wait wait, Caller caller) =>
        AccountsOf(caller).Intersect(Words(wait.Term(Excluded))).Any()
        || Words(wait.Term(ExcludedAgencies)).Contains(caller.Agency.Value);

    public static bool HasAnswered(Wait wait, Caller caller) => AccountsOf(caller).Intersect(Answered(wait.Terms)).Any();

    /// <summary>Accounts that may not answer, whatever their post: excluded, or they have answered.</summary>
    public static IEnumerable<string> BarredAccounts(IReadOnlyDictionary<string, string> terms) =>
        Words(terms.GetValueOrDefault(Excluded, "")).Concat(Answered(terms));

    public static IEnumerable<string> BarredAgencies(IReadOnlyDictionary<string, string> terms) =>
        Words(terms.GetValueOrDefault(ExcludedAgencies, ""));

    /// <summary>The account that acts, and the one whose powers it uses: neither may answer for the other what it may not answer itself.</summary>
    public static IEnumerable<string> AccountsOf(Caller caller) => caller.OnBehalfOf is { } behalf
        ? [caller.Account.Value, behalf.Value]
        : [caller.Account.Value];

    /// <summary>The words of a term that is a list.</summary>
    public static IReadOnlyList<string> Words(string term) => term.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IEnumerable<string> Answered(IReadOnlyDictionary<string, string> terms) =>
        new[] { ApprovedBy, RejectedBy, ScoredBy }.SelectMany(term => Words(terms.GetValueOrDefault(term, "")));
}
