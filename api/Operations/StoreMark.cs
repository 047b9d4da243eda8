namespace Supervision.Api.Operations;

/// <summary>Says with every answer when what it tells is invented, and while the invented year is still being loaded.</summary>
internal sealed class StoreMark
{
    public const string Header = "Supervision-Store";

    public const string Simulated = "simulated";
    public const string Loading = "simulated; loading";
    public const string Incomplete = "simulated; incomplete";

    private volatile string? _text;

    /// <summary>Null for a store with the city's own business, which needs no mark.</summary>
    public string? Text
    {
        get => _text;
        set => _text = value;
    }

    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.RequestServices.GetRequiredService<StoreMark>().Text is { } text)
            context.Response.Headers[Header] = text;
        return next(context);
    }
}
