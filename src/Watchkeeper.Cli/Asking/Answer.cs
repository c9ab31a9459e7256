namespace Watchkeeper.Cli.Asking;

/// <summary>How a question or an action ended.</summary>
internal enum Answer
{
    /// <summary>Answered, or done.</summary>
    Yes,

    /// <summary>The answer is no, or somebody else was first.</summary>
    No,

    /// <summary>The question cannot be answered as it was put.</summary>
    Unclear,
}
