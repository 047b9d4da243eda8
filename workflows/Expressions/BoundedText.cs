using System.Globalization;

namespace Supervision.Workflows.Expressions;

/// <summary>Ends a template that writes without measure.</summary>
internal sealed class BoundedText(int max) : StringWriter(CultureInfo.InvariantCulture)
{
    public override void Write(char value)
    {
        Check(1);
        base.Write(value);
    }

    public override void Write(string? value)
    {
        Check(value?.Length ?? 0);
        base.Write(value);
    }

    private void Check(int more)
    {
        if (GetStringBuilder().Length + more > max) throw new FormatException($"The text of the template is longer than {max} characters.");
    }
}
