using Supervision.Language;
using Supervision.Plans;
using Supervision.Processes;
using Supervision.Registers;

namespace Supervision.Api.Registers;

/// <summary>What <see cref="TodoRules"/> and <see cref="FreeProcessRules.MayAnswer"/> say of one waiting point, as conditions over all of them.</summary>
internal static class TodoText
{
    /// <summary>What waits for any of the callers, and on whose behalf the first of them answers it; null for himself.</summary>
    public static (string Where, string Whose) OfEach(IReadOnlyList<Caller> callers, Func<Caller, QueryText, string> condition, QueryText text)
    {
        var each = callers.Select(caller => (Where: condition(caller, text), Whose: caller.OnBehalfOf is { } absent ? text.Value(absent.Value) : "NULL"))
            .ToArray();
        return each is [var alone] ? alone
            : ($"({string.Join(" OR ", each.Select(one => $"({one.Where})"))})",
                $"CASE {string.Join(' ', each.Select(one => $"WHEN ({one.Where}) THEN {one.Whose}"))} END");
    }

    /// <summary>Over <c>waits w</c> and <c>tasks t</c>.</summary>
    /// <remarks>
    /// Who sees everything begins with the kinds, which lead to few rows; everybody else with the tasks in reach. The
    /// plus sign keeps the index of the kinds out of the second plan.
    /// </remarks>
    public static string OfTasks(Caller caller, QueryText text)
    {
        var kinds = TodoRules.Kinds
            .Select(kind => (Kind: kind, Reach: TodoRules.ReachOf(kind, caller)))
            .Where(pair => pair.Reach is not Visibility.None)
            .ToArray();
        if (kinds.Length == 0)
            return "0";

        var visibility = Visibility.Of(caller);
        var kind = visibility is Visibility.All ? "w.kind" : "+w.kind";
        var each = kinds.Select(pair =>
            $"(+w.kind = {text.Value(pair.Kind)} AND {text.Reaches(pair.Reach)}{Besides(pair.Kind, caller, text)})");
        return $"{kind} IN {text.Values(kinds.Select(pair => pair.Kind))} AND {text.Reaches(visibility)} "
            + $"AND {Accepts(caller, text)} AND ({string.Join(" OR ", each)})";
    }

    /// <summary>Over <c>other_waits w</c> and the <c>plans p</c> that some of them are of.</summary>
    public static string OfOthers(Caller caller, QueryText text)
    {
        var plans = TodoRules.PlanKinds
            .Select(kind => (Kind: kind, Reach: ReachOf(TodoRules.PlanScopesOf(kind, caller), caller, text)))
            .Where(pair => pair.Reach is not null)
            .Select(pair => $"(w.kind = {text.Value(pair.Kind)} AND ({pair.Reach}){UnlessNamed(pair.Kind)}{UnlessLeftToClerks(pair.Kind, caller)})");
        var schemes = TodoRules.SchemeKindsOf(caller).Select(kind => $"(w.kind = {text.Value(kind)}{UnlessNamed(kind)})");
        var processes = caller.IsAny(Role.Designer, Role.Follower) ? "w.outcomes <> ''" : "w.outcomes <> '' AND w.role <> ''";
        return $"{Accepts(caller, text)} AND ((w.actor = 'plan' AND ({string.Join(" OR ", plans.DefaultIfEmpty("0"))})) "
            + $"OR (w.actor = 'scheme' AND ({string.Join(" OR ", schemes.DefaultIfEmpty("0"))})) OR (w.actor = 'process' AND {processes}))";
    }

    private static string? ReachOf(IReadOnlySet<PlanScope> scopes, Caller caller, QueryText text)
    {
        if (scopes.Contains(PlanScope.All)) return "1";

        var reach = new List<string>();
        if (scopes.Contains(PlanScope.City) || scopes.Contains(PlanScope.Portfolio))
            reach.Add("p.agency IS NULL");
        if (scopes.Contains(PlanScope.Portfolio))
            reach.Add($"p.agency IN {text.Values(caller.Portfolio.Select(agency => agency.Value))}");
        if (scopes.Contains(PlanScope.Own))
            reach.Add($"p.agency = {text.Value(caller.Agency.Value)}");
        return reach.Count == 0 ? null : string.Join(" OR ", reach);
    }

    // What WaitRules.Accepts says, but for approvals that name nobody.
    private static string Accepts(Caller caller, QueryText text) => string.Join(" AND ",
    [
        $"(w.role = '' OR w.role IN {text.Values(WaitRules.PostsOf(caller))})",
        .. WaitRules.AccountsOf(caller).Select(account => $"instr(w.barred, {text.Value($",{account},")}) = 0"),
        $"instr(w.barred_agencies, {text.Value($",{caller.Agency},")}) = 0",
    ]);

    private static string Besides(string kind, Caller caller, QueryText text) => UnlessNamed(kind) is { Length: > 0 } named ? named
        : TodoRules.NeverOnOwnWork.Contains(kind) ? $" AND (NOT {text.On([caller.Agency])} OR w.asks_head)"
        : kind == WaitKinds.Report && !caller.IsAny(Role.Liaison, Role.AgencyHead)
            ? $" AND (t.handler IS NULL OR t.lead <> {text.Value(caller.Agency.Value)} OR t.handler IN {text.Values(WaitRules.AccountsOf(caller))})"
        : "";

    private static string UnlessLeftToClerks(string kind, Caller caller) =>
        TodoRules.IsLeftToClerks(kind, nameof(Role.OfficeClerk), caller) ? $" AND w.role <> '{nameof(Role.OfficeClerk)}'" : "";

    private static string UnlessNamed(string kind) => kind == WaitKinds.Approval ? " AND w.role <> ''" : "";
}
