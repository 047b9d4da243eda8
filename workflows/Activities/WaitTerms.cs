using System.Collections.Immutable;
using System.Globalization;

namespace Supervision.Workflows.Activities;

/// <summary>The terms of a wait by name: inputs of the definition, evaluated once when the wait begins.</summary>
internal static class WaitTerms
{
    public const string Outcomes = Processes.WaitRules.Outcomes;
    public const string Purpose = "purpose";
    public const string About = "about";
    public const string LimitWorkingDays = "limitWorkingDays";
    public const string LimitDays = "limitDays";
    public const string LimitBase = "limitBase";
    public const string LimitFrom = "limitFrom";
    public const string RemindWorkingDays = "remindWorkingDays";
    public const string Ladder = "ladder";

    /// <summary>The day that a limit without a base is counted from: the one that the definition gives, or the day the wait began.</summary>
    public const string Since = "since";

    /// <summary>Inputs of every wait.</summary>
    public static ImmutableArray<InputDescriptor> Inputs { get; } =
    [
        new(About, "事由", "About") { Description = new("逾期时催办所称的事由；不填则按等待的种类。", "What the silence is about; by default the kind of the wait.") },
        new(LimitWorkingDays, "时限（工作日）", "Limit (working days)", "Int32")
        {
            Description = new("从起算日之后数起的工作日数；该日结束即逾期。", "Working days after the first day; the limit is the end of the last."),
        },
        new(LimitDays, "时限（自然日）", "Limit (days)", "Int32")
        {
            Description = new("按自然日计算，最后一日逢休息日顺延；与工作日时限只填一项。",
                "Counted in calendar days; a last day that is no working day moves to the next that is. Give this or working days."),
        },
        new(LimitBase, "时限基准日", "Limit base")
        {
            Description = new("从事项的这一天起算，如 dueOn（办结期限）、assignedOn（交办日）；它变动时重新计算。",
                "Count from this day of the task, such as dueOn or assignedOn; counted again when that day moves."),
        },
        new(LimitFrom, "时限起算日", "Limit counted from")
        {
            Description = new("从这一天（年-月-日）起算；不填则从等待开始之日。", "Count from this day (yyyy-MM-dd); by default the day the wait begins."),
        },
        new(RemindWorkingDays, "提前提醒（工作日）", "Remind before (working days)", "Int32")
        {
            Description = new("到期前几个工作日提醒；不填则不提醒。", "So many working days before the limit somebody is reminded; empty for never."),
        },
        new(Ladder, "逾期催办流程", "Ladder")
        {
            Description = new("逾期时启动的流程定义编号，如 sub-ladder。", "The id of the definition that starts when the limit passes, such as sub-ladder."),
        },
    ];

    public static InputDescriptor RoleInput { get; } = new(Processes.WaitRules.Role, "办理角色", "Role", IsRequired: true)
    {
        Description = new("由哪一岗位办理。", "The post that answers."),
        // People alone: the clock, the followers and the gateway sign nothing.
        Options = [.. Enum.GetNames<Language.Role>().TakeWhile(role => role != nameof(Language.Role.Clock))],
    };

    public static InputDescriptor PurposeInput { get; } = new(Purpose, "事项", "Purpose", IsRequired: true)
    {
        Description = new("为何事，一个词，如 registration（立项）。", "What it is for, in one word, such as registration."),
    };

    /// <summary>回避: who may not answer, whatever the post. For waits on which somebody judges.</summary>
    public static ImmutableArray<InputDescriptor> RecusalInputs { get; } =
    [
        new(Processes.WaitRules.Excluded, "回避人员", "Excluded accounts", "List<String>")
        {
            Description = new("参与过原决定或与本案有关的账号，不得办理。", "Accounts that decided before or are party to the case; they may not answer."),
        },
        new(Processes.WaitRules.ExcludedAgencies, "回避单位", "Excluded agencies", "List<String>")
        {
            Description = new("当事单位代码，其人员不得办理。", "Codes of agencies that are party to the case; their people may not answer."),
        },
    ];

    public static ImmutableSortedDictionary<string, string> Read(ActivityRun run, string subject)
    {
        var terms = Values.NoTerms.ToBuilder();
        foreach (var input in run.Activity!.Descriptor.Inputs)
        {
            var text = Read(run, input);
            Demand(input, text);
            if (text.Length > 0) terms[input.Name] = text;
        }

        if (!terms.ContainsKey(About)) terms[About] = terms.GetValueOrDefault(Purpose, subject);
        if (HasLimit(terms) && !terms.ContainsKey(LimitBase))
            terms[Since] = Format(terms.TryGetValue(LimitFrom, out var from) ? Day(from) : run.Burst.Context.Calendar.DayOf(run.Burst.Context.Now));
        terms.Remove(LimitFrom);
        return terms.ToImmutable();
    }

    public static int? Number(this ImmutableSortedDictionary<string, string> terms, string name) =>
        terms.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    public static string Format(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <exception cref="ActivityFault">The text is no day.</exception>
    public static DateOnly Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new ActivityFault($"'{text}' is no day; write it as 2026-03-02.");

    private static bool HasLimit(ImmutableSortedDictionary<string, string>.Builder terms) =>
        terms.ContainsKey(LimitWorkingDays) || terms.ContainsKey(LimitDays);

    private static string Read(ActivityRun run, InputDescriptor input) => input.TypeName switch
    {
        "Int32" => run.WorkingDays(input.Name)?.ToString(CultureInfo.InvariantCulture) ?? "",
        "Boolean" => run.Flag(input.Name) ? "true" : "",
        "List<String>" => string.Join(',', run.Words(input.Name).SelectMany(word => word.Split(',', StringSplitOptions.TrimEntries)).Distinct()),
        _ => run.Text(input.Name),
    };

    private static void Demand(InputDescriptor input, string text)
    {
        if (input.IsRequired && text.Length == 0) throw new ActivityFault($"Input '{input.Name}' is missing.");
        if (text.Length > 0 && !input.Options.IsEmpty && !input.Options.Contains(text))
            throw new ActivityFault($"Input '{input.Name}' is '{text}'; it may be {string.Join(", ", input.Options)}.");
    }
}
