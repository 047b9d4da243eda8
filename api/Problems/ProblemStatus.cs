using Supervision.Accounts;
using Supervision.Evidence;
using Supervision.Language;

namespace Supervision.Api.Problems;

/// <summary>Which HTTP status says which refusal: the one table.</summary>
internal static class ProblemStatus
{
    private static readonly Dictionary<string, int> Named = new()
    {
        [CommonRefusals.KeyReused.Code] = StatusCodes.Status422UnprocessableEntity,
        [AccountRefusals.SignInRefused.Code] = StatusCodes.Status401Unauthorized,
        [AccountRefusals.Locked.Code] = StatusCodes.Status423Locked,
        [AccountRefusals.NotSubstitute.Code] = StatusCodes.Status403Forbidden,
        [ApiRefusals.Malformed.Code] = StatusCodes.Status400BadRequest,
        [ApiRefusals.FieldUnfit.Code] = StatusCodes.Status400BadRequest,
        [ApiRefusals.NoKey.Code] = StatusCodes.Status400BadRequest,
        [ApiRefusals.TooLarge.Code] = StatusCodes.Status413PayloadTooLarge,
        [ApiRefusals.NoRoute.Code] = StatusCodes.Status404NotFound,
        [ApiRefusals.WrongMethod.Code] = StatusCodes.Status405MethodNotAllowed,
        [ApiRefusals.WrongMediaType.Code] = StatusCodes.Status415UnsupportedMediaType,
        [ApiRefusals.OtherOrigin.Code] = StatusCodes.Status403Forbidden,
        [ApiRefusals.SessionRequired.Code] = StatusCodes.Status401Unauthorized,
        [ApiRefusals.PasswordChangeRequired.Code] = StatusCodes.Status403Forbidden,
        [ApiRefusals.OperatorOnly.Code] = StatusCodes.Status403Forbidden,
        [ApiRefusals.TooManyAttempts.Code] = StatusCodes.Status429TooManyRequests,
        [ApiRefusals.LedgerUnavailable.Code] = StatusCodes.Status503ServiceUnavailable,
        [ApiRefusals.ServerFailed.Code] = StatusCodes.Status500InternalServerError,
        ["register.text-too-long"] = StatusCodes.Status400BadRequest,
        ["register.limit-out-of-range"] = StatusCodes.Status400BadRequest,
        ["register.cursor-unfit"] = StatusCodes.Status400BadRequest,
        [EvidenceRefusals.SizeUnfit.Code] = StatusCodes.Status413PayloadTooLarge,
        [EvidenceRefusals.TypeNotTaken.Code] = StatusCodes.Status415UnsupportedMediaType,
        [EvidenceRefusals.Removed.Code] = StatusCodes.Status410Gone,
        [EvidenceRefusals.TooManyUploads.Code] = StatusCodes.Status429TooManyRequests,
        [EvidenceRefusals.StoreFull.Code] = StatusCodes.Status507InsufficientStorage,
        ["plan.too-large"] = StatusCodes.Status413PayloadTooLarge,
        ["plan.expands-too-far"] = StatusCodes.Status413PayloadTooLarge,
        ["plan.format-not-read"] = StatusCodes.Status415UnsupportedMediaType,
        ["plan.old-office"] = StatusCodes.Status415UnsupportedMediaType,
        ["plan.ofd-not-read"] = StatusCodes.Status415UnsupportedMediaType,
        ["import.format-not-read"] = StatusCodes.Status415UnsupportedMediaType,
    };

    public static int Of(string code) =>
        Named.TryGetValue(code, out var status) ? status
        : code.EndsWith("not-found", StringComparison.Ordinal) ? StatusCodes.Status404NotFound
        : code.EndsWith(".not-allowed", StringComparison.Ordinal) ? StatusCodes.Status403Forbidden
        : StatusCodes.Status409Conflict;

    /// <summary>The refusal that an empty error response of the framework stands for; null where it has none.</summary>
    public static Refusal? RefusalOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => ApiRefusals.Malformed,
        StatusCodes.Status401Unauthorized => ApiRefusals.SessionRequired,
        StatusCodes.Status403Forbidden => ApiRefusals.SessionNotAllowed,
        StatusCodes.Status404NotFound => ApiRefusals.NoRoute,
        StatusCodes.Status405MethodNotAllowed => ApiRefusals.WrongMethod,
        StatusCodes.Status413PayloadTooLarge => ApiRefusals.TooLarge,
        StatusCodes.Status415UnsupportedMediaType => ApiRefusals.WrongMediaType,
        StatusCodes.Status429TooManyRequests => ApiRefusals.TooManyAttempts,
        _ => null,
    };
}
