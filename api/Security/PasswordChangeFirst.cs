using Supervision.Api.Problems;

namespace Supervision.Api.Security;

/// <summary>Marks what may be done before a password that somebody else chose is changed.</summary>
internal sealed class BeforePasswordChange;

/// <summary>Whoever signs in with a password that somebody else chose changes it before doing anything.</summary>
internal static class PasswordChangeFirst
{
    public static Task InvokeAsync(HttpContext context, RequestDelegate next) =>
        SignedIn.Of(context) is { Account: { MustChangePassword: true, Account: var account } } && !IsOpen(context)
            ? new Refusing(ApiRefusals.PasswordChangeRequired, account).ExecuteAsync(context)
            : next(context);

    private static bool IsOpen(HttpContext context) =>
        context.GetEndpoint()?.Metadata is { } metadata
        && (metadata.GetMetadata<BeforePasswordChange>() is not null
            || metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is not null);

    public static TBuilder OpenBeforePasswordChange<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new BeforePasswordChange());
}
