using Microsoft.AspNetCore.Diagnostics;

namespace Supervision.Api.Problems;

/// <summary>Gives a body with a code to the error responses which the framework leaves empty: no route, wrong method, no session.</summary>
internal static class EmptyErrors
{
    public static Task WriteAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        return ProblemStatus.RefusalOf(http.Response.StatusCode) is { } refusal
            ? new Refusing(refusal, refusal == ApiRefusals.Malformed ? ["HTTP"] : []).ExecuteAsync(http)
            : Task.CompletedTask;
    }
}
