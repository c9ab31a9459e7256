namespace Watchkeeper.Cli.Emulators;

/// <summary>An emulator cannot be had. The message says what is wrong and what to do about it, ready to be shown to a person.</summary>
public sealed class EmulatorException : Exception
{
    /// <summary>A failure that has no words yet; prefer the constructors that take a message.</summary>
    public EmulatorException()
    {
    }

    /// <param name="message">What is wrong and what to do, in whole sentences.</param>
    public EmulatorException(string message)
        : base(message)
    {
    }

    /// <param name="message">What is wrong and what to do, in whole sentences.</param>
    /// <param name="innerException">What the operating system or the tool said.</param>
    public EmulatorException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
