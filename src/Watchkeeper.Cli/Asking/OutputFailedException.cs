namespace Watchkeeper.Cli.Asking;

/// <summary>Standard output takes no more, for another reason than a closed pipe: a full disk, mostly.</summary>
/// <param name="cause">What the operating system says.</param>
internal sealed class OutputFailedException(IOException cause)
    : Exception($"Standard output cannot be written: {cause.Message.TrimEnd('.')}. Free space, or send it elsewhere.", cause);
