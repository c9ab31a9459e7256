using Watchkeeper.Text;

namespace Watchkeeper.Patterns.Compilation;

/// <summary>Records the first error of a pattern.</summary>
internal sealed class Refusal
{
    /// <summary>Both texts are empty while there is no error.</summary>
    public Rejection Error { get; private set; } = new("", "");

    /// <summary>Always false, as a return value for readers.</summary>
    public bool At(string path, string reason)
    {
        Error = new(path, reason);
        return false;
    }

    /// <summary>Always null, as a return value for readers.</summary>
    public T? None<T>(string path, string reason)
        where T : class
    {
        At(path, reason);
        return null;
    }
}
