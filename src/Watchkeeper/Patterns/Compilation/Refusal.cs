namespace Watchkeeper.Patterns.Compilation;

/// <summary>Keeps the first thing that is found wrong with a pattern.</summary>
internal sealed class Refusal
{
    /// <summary>Empty texts while nothing is wrong.</summary>
    public PatternError Error { get; private set; } = new() { Path = "", Reason = "" };

    /// <summary>Always false, so that a reader can return it.</summary>
    public bool At(string path, string reason)
    {
        Error = new() { Path = path, Reason = reason };
        return false;
    }

    /// <summary>Always null, so that a reader can return it.</summary>
    public T? None<T>(string path, string reason)
        where T : class
    {
        At(path, reason);
        return null;
    }
}
