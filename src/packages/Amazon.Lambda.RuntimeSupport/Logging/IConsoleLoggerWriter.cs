namespace Amazon.Lambda.RuntimeSupport.Helpers;

/// <summary>The function's log as the client of the Runtime API has it.</summary>
public interface IConsoleLoggerWriter
{
    /// <summary>The invocation that the lines from now on belong to.</summary>
    /// <param name="runtimeApiHeaders">What the Runtime API says of it.</param>
    void SetRuntimeHeaders(IRuntimeApiHeaders runtimeApiHeaders);

    /// <summary>Writes a line at the level Information.</summary>
    /// <param name="message">The text.</param>
    void FormattedWriteLine(string message);

    /// <summary>Fills a template and writes it as a line of that level.</summary>
    /// <param name="level">The level's name.</param>
    /// <param name="message">The template, with names in braces.</param>
    /// <param name="args">Its values, by position.</param>
    void FormattedWriteLine(string level, string message, params object[] args);

    /// <summary>Fills a template and writes it with the exception.</summary>
    /// <param name="level">The level's name.</param>
    /// <param name="exception">What happened.</param>
    /// <param name="message">The template, with names in braces.</param>
    /// <param name="args">Its values, by position.</param>
    void FormattedWriteLine(string level, Exception exception, string message, params object[] args);
}
