using Supervision.Accounts;
using Supervision.Language;

namespace Supervision.Api;

/// <summary>Whoever sends this request: a caller minted for it from the account's present posts, never from the body.</summary>
/// <param name="Session">The session the request belongs to; ends with it.</param>
internal sealed record SignedIn(Caller Caller, AccountView Account, string Session) : IBindableFromHttpContext<SignedIn>
{
    public static SignedIn? Of(HttpContext http) => http.Features.Get<SignedIn>();

    public static ValueTask<SignedIn?> BindAsync(HttpContext context, System.Reflection.ParameterInfo parameter) =>
        ValueTask.FromResult(Of(context));
}
