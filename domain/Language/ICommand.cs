namespace Supervision.Language;

/// <summary>A command: something that a caller wants to happen, with the key of that one intention.</summary>
public interface ICommand
{
    CommandKey Key { get; }
}
