using Supervision.Api.Requests;
using Supervision.Language;

namespace Supervision.Api.Endpoints;

/// <summary>One line for each command: its address, its type and its name in both languages.</summary>
internal static class CommandEndpoints
{
    /// <param name="execute">Takes the command to its actor, whose id the address holds.</param>
    public static RouteHandlerBuilder MapCommand<TCommand>(
        this IEndpointRouteBuilder routes, string method, string pattern, string summary,
        Func<HttpContext, SignedIn, TCommand, Task<Receipt>> execute)
        where TCommand : class, ICommand =>
        routes.MapMethods(pattern, [method], async (HttpContext http, SignedIn user, Body<TCommand> body) =>
                new Recorded(await execute(http, user, body.Command)))
            .WithName(typeof(TCommand).Name)
            .WithSummary(summary);

    /// <summary>The id in the address, well-formed or refused.</summary>
    public static TId IdOf<TId>(this HttpContext http, string name)
        where TId : struct, ITextId<TId> =>
        TId.TryParse(http.Request.RouteValues[name]?.ToString(), null, out var id)
            ? id
            : throw new Problems.RefusedException(Problems.ApiRefusals.Malformed.With([name]));
}
