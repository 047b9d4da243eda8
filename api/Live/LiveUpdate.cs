using Supervision.Api.Registers;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Registers;
using Supervision.Tasks;

namespace Supervision.Api.Live;

/// <summary>A fact has reached the registers: its stream, kind and number, never its content.</summary>
/// <param name="EndsItem">The last fact of its append; a reader that saw this one has seen the whole append.</param>
internal sealed record LiveUpdate(
    FeedPosition Position, string Stream, string Kind, long Seq, bool EndsItem, LiveUpdate.Audience To)
{
    /// <summary>Null where nobody is told: accounts and definitions are no business of a page.</summary>
    public static LiveUpdate? Of(int shard, DecodedFact decoded, Assignment? onTask)
    {
        Audience? to = decoded.Actor switch
        {
            "task" => new Audience.OfTask(onTask),
            "county" or "department" => new Audience.OfAgency(new AgencyCode(decoded.Id)),
            "plan" => new Audience.OfPlans(),
            _ => null,
        };
        return to is null ? null : new LiveUpdate(
            new FeedPosition(shard, decoded.Position), decoded.Stream, decoded.Envelope.Kind, decoded.Envelope.Seq,
            decoded.EndsItem, to);
    }

    /// <summary>Who may hear of it, by the same predicate that limits every query.</summary>
    public abstract record Audience
    {
        private Audience() { }

        public abstract bool Includes(Caller caller, Visibility visibility);

        public sealed record OfTask(Assignment? On) : Audience
        {
            public override bool Includes(Caller caller, Visibility visibility) => visibility.Covers(On);
        }

        public sealed record OfAgency(AgencyCode Agency) : Audience
        {
            public override bool Includes(Caller caller, Visibility visibility) => visibility.Covers(Agency);
        }

        public sealed record OfPlans : Audience
        {
            public override bool Includes(Caller caller, Visibility visibility) => PlanRules.MayView(caller);
        }
    }
}
