using Supervision.Language;
using Supervision.Plans;

namespace Supervision.Api.Registers;

/// <summary>How far plans have become tasks.</summary>
internal static class PlanRows
{
    public static void Apply(Statements sql, DecodedFact decoded, Fact fact)
    {
        switch (fact)
        {
            case PlanRegistered e:
                sql.Execute(
                    "INSERT INTO plans (plan, title, items, changed_at, version) VALUES ($plan, $title, $items, 0, 0)",
                    ("$plan", decoded.Id), ("$title", e.Draft.Title), ("$items", e.Draft.Items.Count()));
                break;
            case PlanItemSettled e:
                sql.Execute(
                    "INSERT INTO plan_items (plan, path, settled, issued) VALUES ($plan, $path, 1, 0) "
                    + "ON CONFLICT DO UPDATE SET settled = 1",
                    ("$plan", decoded.Id), ("$path", e.Path));
                break;
            case PlanItemsIssued e:
                foreach (var path in e.Paths)
                {
                    sql.Execute(
                        "INSERT INTO plan_items (plan, path, settled, issued) VALUES ($plan, $path, 0, 1) "
                        + "ON CONFLICT DO UPDATE SET issued = 1",
                        ("$plan", decoded.Id), ("$path", path));
                }

                break;
        }

        sql.Execute("UPDATE plans SET changed_at = $at, version = $version WHERE plan = $plan",
            ("$at", decoded.Envelope.RecordedAt.ToUnixTimeMilliseconds()), ("$version", decoded.Envelope.Seq),
            ("$plan", decoded.Id));
    }
}
