using Supervision.Language;

namespace Supervision.Api.Problems;

/// <summary>Says no from inside a binder, which can return values only. Never crosses a grain boundary.</summary>
internal sealed class RefusedException(Receipt.Refused refused) : Exception(refused.English)
{
    public Receipt.Refused Refused { get; } = refused;
}
