using CsCheck;
using Supervision.Language;
using Supervision.Plans;
using static Supervision.Tests.Plans.PlanScenario;

namespace Supervision.Tests.Plans;

/// <summary>Whatever people decide, in whatever order: no number is given twice, and no word of the text is lost.</summary>
public sealed class ReviewProperties
{
    // Which change, and of which items: taken from those that are there when its turn comes.
    private static readonly Gen<(int What, int A, int B)[]> Sequence =
        Gen.Select(Gen.Int[0, 8], Gen.Int[0, 99], Gen.Int[0, 99]).Array[1, 40];

    [Fact]
    public void Every_quote_stays_with_an_item_and_every_number_is_one_items_alone() => Sequence.Sample(
        sequence =>
        {
            var (plan, given) = (OfCity, OfCity.Items.Values.Select(item => (item.Number, item.Path)).ToHashSet());
            foreach (var (what, a, b) in sequence)
            {
                if (plan.Review(Change(plan, what, a, b)) is not Decision.Accepted accepted) continue;

                plan = plan.Given([.. accepted.Facts]);
                given.UnionWith(plan.Items.Values.Select(item => (item.Number, item.Path)));
            }

            var quoted = plan.Items.Values.SelectMany(item => item.Quotes).Select(quote => quote.Path).ToHashSet();
            return Paths.All(quoted.Contains)
                && plan.Items.Values.Select(item => item.Number).Distinct().Count() == plan.Items.Count
                && plan.Items.All(item => item.Key == item.Value.Path)
                && given.GroupBy(item => item.Number).All(group => group.Count() == 1)
                && given.GroupBy(item => item.Path).All(group => group.Count() == 1)
                && plan.Items.Values.All(item => item.Number <= plan.Numbers);
        },
        iter: 300);

    private static ItemChange Change(Plan plan, int what, int a, int b)
    {
        string[] paths = [.. plan.InOrder.Select(item => item.Path)];
        var (one, other) = (paths[a % paths.Length], paths[b % paths.Length]);
        return what switch
        {
            0 => new ItemChange.Accept(one),
            1 => new ItemChange.Drop(one, "不办"),
            2 => new ItemChange.Postpone(one, "缓办"),
            3 => new ItemChange.Edit(one, "题", "文"),
            4 => new ItemChange.Settle(one, On),
            5 => new ItemChange.Split(one, [new("甲", "甲"), new("乙", "乙")]),
            6 => new ItemChange.Merge([one, other], "并", "并"),
            7 => new ItemChange.Add("增", "增"),
            _ => new ItemChange.Measure(one, [Books]),
        };
    }
}
