using Supervision.Accounts;
using Supervision.Agencies;
using Supervision.Api.Registers;
using Supervision.Evaluations;
using Supervision.Language;
using Supervision.Notices;
using Supervision.Plans;
using Supervision.Schemes;
using Supervision.Tasks;

namespace Supervision.Api.Notices;

/// <summary>What a fact is about, as it was then. Plans, schemes and free processes are not whole in the registers: what names them is kept here.</summary>
internal static class SubjectRows
{
    public static void Apply(Statements sql, DecodedFact decoded, Fact fact)
    {
        switch (fact)
        {
            case PlanRegistered e:
                Name(sql, decoded.Stream, e.Draft.Title, null);
                break;
            case AccountOpened e:
                Name(sql, decoded.Stream, e.Name, null);
                break;
            case SchemeDrafted e:
                Name(sql, decoded.Stream, EvaluationScheme.Read(e.Scheme).Scheme?.Name ?? decoded.Id, null);
                break;
            case PlanOpened e:
                Name(sql, decoded.Stream, e.Title, e.Parent.Agency);
                break;
        }
    }

    public static NoticeSubject Of(Statements sql, DecodedFact decoded, SupervisedTask? task)
    {
        if (task is not null)
        {
            var on = task.Assignment ?? task.Registration?.Proposed;
            return new NoticeSubject(decoded.Stream, TitleOf(sql, decoded, task), on?.Lead, [.. on?.Agencies ?? []]);
        }

        return AgencyOf(sql, decoded) is { } agency
            ? new NoticeSubject(decoded.Stream, TitleOf(sql, decoded, task), agency, [agency])
            : new NoticeSubject(decoded.Stream, TitleOf(sql, decoded, task), null, []);
    }

    public static string TitleOf(Statements sql, DecodedFact decoded, SupervisedTask? task) =>
        task?.Registration?.Title
        ?? (IsAgency(decoded) ? Organisation.Shipped.Find(new AgencyCode(decoded.Id))?.Short : null)
        ?? sql.Scalar("SELECT title FROM notice_subjects WHERE stream = $stream", ("$stream", decoded.Stream)) as string
        ?? decoded.Id;

    private static AgencyCode? AgencyOf(Statements sql, DecodedFact decoded) =>
        IsAgency(decoded) ? new AgencyCode(decoded.Id)
        : sql.Scalar("SELECT agency FROM notice_subjects WHERE stream = $stream", ("$stream", decoded.Stream)) is string code ? new AgencyCode(code)
        : null;

    private static bool IsAgency(DecodedFact decoded) => decoded.Actor is "county" or "department";

    private static void Name(Statements sql, string stream, string title, AgencyCode? agency) => sql.Execute(
        "INSERT OR REPLACE INTO notice_subjects (stream, title, agency) VALUES ($stream, $title, $agency)",
        ("$stream", stream), ("$title", title), ("$agency", agency?.Value));
}
