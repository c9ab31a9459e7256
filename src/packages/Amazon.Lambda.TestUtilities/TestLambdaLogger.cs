using System.Text;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.TestUtilities;

/// <summary>
/// Keeps what is logged, and shows it on standard output. A template stays as it is, its values stand on the lines below.
/// </summary>
public class TestLambdaLogger : ILambdaLogger
{
    /// <summary>All that was logged, in order.</summary>
    public StringBuilder Buffer { get; } = new();

    /// <inheritdoc/>
    public void Log(string message)
    {
        Buffer.Append(message);
        Console.Write(message);
    }

    /// <inheritdoc/>
    public void LogLine(string message)
    {
        Buffer.AppendLine(message);
        Console.WriteLine(message);
    }

    /// <inheritdoc/>
    public void Log(string level, string message) => Log(level, null, message);

    /// <inheritdoc/>
    public void Log(string level, string message, params object[] args) => Log(level, null, message, args);

    /// <inheritdoc/>
    public void Log(string level, Exception exception, string message, params object[] args)
    {
        LogLine($"{level}: {message}");
        foreach (var value in args ?? [])
            LogLine($"\t{value}");
        if (exception is not null)
            LogLine(exception.ToString());
    }
}
