using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Supervision.Language;

namespace Supervision.Api.Problems;

/// <summary>Whatever was thrown becomes a problem with a code; a stack trace goes to the log and never to a client.</summary>
internal sealed class ExceptionProblems(ILogger<ExceptionProblems> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
            return true; // Nobody listens any more.

        await new Refusing(RefusedBy(exception)).ExecuteAsync(httpContext);
        return true;
    }

    private Receipt.Refused RefusedBy(Exception exception)
    {
        switch (exception)
        {
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return ApiRefusals.TooLarge.With([]);
            case BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType }:
                return ApiRefusals.WrongMediaType.With([]);
            case BadHttpRequestException or JsonException:
                return ApiRefusals.Malformed.With([WhatOf(exception)]);
            case RefusedException no:
                return no.Refused;
            case OrleansException or TimeoutException or LedgerUnavailableException or LedgerConflictException:
                logger.LogWarning(exception, "A grain or the ledger did not answer.");
                return ApiRefusals.LedgerUnavailable.With([]);
            default:
                logger.LogError(exception, "A request failed.");
                return ApiRefusals.ServerFailed.With([Activity.Current?.TraceId.ToString() ?? "-"]);
        }
    }

    /// <summary>Where a body is wrong, or which parameter: never the framework's sentence, which names types of ours.</summary>
    public static string WhatOf(Exception exception) => exception switch
    {
        { InnerException: JsonException inner } => WhatOf(inner),
        JsonException json => json.LineNumber is { } line ? $"JSON {json.Path ?? "$"}, line {line + 1}" : $"JSON {json.Path ?? "$"}",
        BadHttpRequestException when NameIn(exception.Message) is { } name => name,
        _ => "HTTP",
    };

    // Failed to bind parameter "TaskId task" from "A B".
    private static string? NameIn(string message) =>
        message.Split('"') is [_, var parameter, ..] ? parameter.Split(' ')[^1] : null;
}
