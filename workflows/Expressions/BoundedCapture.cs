using DotLiquid;

namespace Supervision.Workflows.Expressions;

/// <summary>Liquid's <c>capture</c> with a bound: a captured text may hold another twice, and so on.</summary>
public sealed class BoundedCapture : Block
{
    private string _name = "";

    public override void Initialize(string tagName, string markup, List<string> tokens)
    {
        _name = markup?.Trim().Trim('\'', '"') ?? "";
        if (_name.Length == 0) throw new DotLiquid.Exceptions.SyntaxException("Write {% capture NAME %}.");
        base.Initialize(tagName, markup, tokens);
    }

    public override void Render(Context context, TextWriter result)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var captured = new BoundedText(LiquidTemplate.LengthMax);
        base.Render(context, captured);
        context.Scopes[^1][_name] = captured.ToString();
    }
}
