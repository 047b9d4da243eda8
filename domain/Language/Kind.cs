namespace Supervision.Language;

/// <summary>The name of a fact on disk: lower-case, dotted, and for ever. The C# name may change, this never.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class KindAttribute(string kind) : Attribute
{
    public string Kind => kind;
}
