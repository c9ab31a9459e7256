namespace Amazon.Lambda.Core;

/// <summary>
/// The log for code that has no context at hand. It writes to standard output until a runtime takes it over; in Lambda each
/// line of standard output becomes one event of the function's log group.
/// </summary>
public static class LambdaLogger
{
    private static Action<string> line = Console.WriteLine;
    private static Action<string, Exception, string> entry = WriteEntry;

    /// <summary>Writes one line.</summary>
    /// <param name="message">The text.</param>
    public static void Log(string message) => line(message);

    /// <summary>Fills a template and writes it as a line of that level.</summary>
    /// <param name="level">The name of a <see cref="LogLevel"/>.</param>
    /// <param name="message">The template, with names in braces.</param>
    /// <param name="args">Its values, by position.</param>
    public static void Log(string level, string message, params object[] args) =>
        entry(level, null, MessageTemplate.Fill(message, args));

    /// <summary>Fills a template and writes it as a line of that level.</summary>
    /// <param name="level">How grave.</param>
    /// <param name="message">The template, with names in braces.</param>
    /// <param name="args">Its values, by position.</param>
    public static void Log(LogLevel level, string message, params object[] args) => Log(level.ToString(), message, args);

    /// <summary>Fills a template and writes it with the exception.</summary>
    /// <param name="level">The name of a <see cref="LogLevel"/>.</param>
    /// <param name="exception">What happened.</param>
    /// <param name="message">The template, with names in braces.</param>
    /// <param name="args">Its values, by position.</param>
    public static void Log(string level, Exception exception, string message, params object[] args) =>
        entry(level, exception, MessageTemplate.Fill(message, args));

    /// <summary>Fills a template and writes it with the exception.</summary>
    /// <param name="level">How grave.</param>
    /// <param name="exception">What happened.</param>
    /// <param name="message">The template, with names in braces.</param>
    /// <param name="args">Its values, by position.</param>
    public static void Log(LogLevel level, Exception exception, string message, params object[] args) =>
        Log(level.ToString(), exception, message, args);

    /// <summary>The runtime takes the log over, for the life of the process.</summary>
    internal static void Redirect(Action<string> toLine, Action<string, Exception, string> toEntry) =>
        (line, entry) = (toLine, toEntry);

    private static void WriteEntry(string level, Exception exception, string message)
    {
        Console.WriteLine($"{level}: {message}");
        if (exception is not null)
            Console.WriteLine(exception);
    }
}
