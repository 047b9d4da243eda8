using Orleans.Serialization.Invocation;
using Supervision.Language;
using Supervision.Silo.Actors;

namespace Supervision.Silo.Callers;

/// <summary>No call reaches a grain of ours without a caller that api/ or the silo has minted.</summary>
internal sealed class CallerFilter(CallerKeys keys, ActorServices services) : IIncomingGrainCallFilter
{
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        // Orleans' own interfaces (membership, dashboard) live in other assemblies and pass.
        if (context.InterfaceMethod?.DeclaringType?.Assembly == typeof(Caller).Assembly && !HasVerifiedCaller(context.Request))
            throw new CallerNotVerifiedException(context.MethodName);

        await context.Invoke();
    }

    private bool HasVerifiedCaller(IInvokable request) =>
        request.GetArgumentCount() > 0 && request.GetArgument(0) is Caller caller && keys.Verifies(caller, services.Clock.GetUtcNow());
}
