namespace Watchkeeper.Counting;

/// <summary>The result of writing a window.</summary>
public abstract record CountWriteResult
{
    private CountWriteResult()
    {
    }

    /// <summary>The window was written.</summary>
    public sealed record Written : CountWriteResult;

    /// <summary>Another process wrote the window meanwhile, or it has expired.</summary>
    /// <param name="Current">The window that is stored; <see cref="CountWindow.Empty"/> if none is.</param>
    public sealed record Refused(CountWindow Current) : CountWriteResult;
}
