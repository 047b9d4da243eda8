using Supervision.Accounts;
using Supervision.Language;
using Supervision.Silo.Callers;

namespace Supervision.Silo.Followers;

/// <summary>代理: a recorded absence is noted with the substitute, and so is its early end.</summary>
internal sealed class AccountDispatch(IGrainFactory grains, SystemCallers callers) : IDispatch
{
    public IEnumerable<FollowUp> Of(FactSource source, Fact fact) => fact switch
    {
        AbsenceRecorded e => [Note(source, e.Substitute, e.From, e.To)],
        // The day before the first day back is the last one; what had not begun yet is over altogether.
        AbsenceEnded e => [Note(source, e.Substitute, e.From, e.On.AddDays(-1))],
        _ => [],
    };

    private FollowUp Note(FactSource source, AccountId substitute, DateOnly from, DateOnly to)
    {
        var actor = grains.GetGrain<IAccountGrain>(substitute.Value);
        return new FollowUp(actor.GetGrainId().ToString(), () => actor.ExecuteAsync(
            callers.Follower(source.Author), new NoteSubstitution(source.CommandKey(0), new AccountId(source.Key), from, to)));
    }
}
