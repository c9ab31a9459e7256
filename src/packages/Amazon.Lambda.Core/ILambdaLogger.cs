namespace Amazon.Lambda.Core;

/// <summary>
/// Writes to the function's log. Only <see cref="Log(string)"/> and <see cref="LogLine"/> must be implemented; by default a
/// level is dropped and a template is filled before the text goes to <see cref="LogLine"/>.
/// </summary>
/// <remarks>A template names its arguments in braces, <c>"{Count} rows in {Table}"</c>; they are filled by position.</remarks>
public interface ILambdaLogger
{
    /// <summary>Writes the text as it is, with no line end.</summary>
    /// <param name="message">The text.</param>
    void Log(string message);

    /// <summary>Writes the text and a line end.</summary>
    /// <param name="message">The text.</param>
    void LogLine(string message);

    /// <summary>Writes a line of that level.</summary>
    /// <param name="level">The name of a <see cref="LogLevel"/>.</param>
    /// <param name="message">The text.</param>
    void Log(string level, string message) => LogLine(message);

    /// <summary>Writes a line of that level.</summary>
    /// <param name="level">How grave.</param>
    /// <param name="message">The text.</param>
    void Log(LogLevel level, string message) => Log(level.ToString(), message);

    /// <summary>Writes a line at <see cref="LogLevel.Trace"/>.</summary>
    /// <param name="message">The text.</param>
    void LogTrace(string message) => Log(nameof(LogLevel.Trace), message);

    /// <summary>Writes a line at <see cref="LogLevel.Debug"/>.</summary>
    /// <param name="message">The text.</param>
    void LogDebug(string message) => Log(nameof(LogLevel.Debug), message);

    /// <summary>Writes a line at <see cref="LogLevel.Information"/>.</summary>
    /// <param name="message">The text.</param>
    void LogInformation(string message) => Log(nameof(LogLevel.Information), message);

    /// <summary>Writes a line at <see cref="LogLevel.Warning"/>.</summary>
    /// <param name="message">The text.</param>
    void LogWarning(string message) => Log(nameof(LogLevel.Warning), message);

    /// <summary>Writes a line at <see cref="LogLevel.Error"/>.</summary>
    /// <param name="message">The text.</param>
    void LogError(string message) => Log(nameof(LogLevel.Error), message);

    /// <summary>Writes a line at <see cref="LogLevel.Critical"/>.</summary>
    /// <param name="message">The text.</param>
    void LogCritical(string message) => Log(nameof(LogLevel.Critical), message);

    /// <summary>Fills a template and writes it as a line of that level.</summary>
    /// <param name="level">The name of a <see cref="LogLevel"/>.</param>
    /// <param name="message">The template.</param>
    /// <param name="args">Its values, by position.</param>
    void Log(string level, string message, params object[] args) => Log(level, MessageTemplate.Fill(message, args));

    /// <summary>Fills a template and writes it, then the exception with its stack.</summary>
    /// <param name="level">The name of a <see cref="LogLevel"/>.</param>
    /// <param name="exception">What happened.</param>
    /// <param name="message">The template.</param>
    /// <param name="args">Its values, by position.</param>
    void Log(string level, Exception exception, string message, params object[] args)
    {
        Log(level, message, args);
        if (exception is not null)
            Log(level, exception.ToString());
    }

    /// <summary>Fills a template and writes it as a line of that level.</summary>
    /// <param name="level">How grave.</param>
    /// <param name="message">The template.</param>
    /// <param name="args">Its values, by position.</param>
    void Log(LogLevel level, string message, params object[] args) => Log(level.ToString(), message, args);

    /// <summary>Fills a template and writes it, then the exception with its stack.</summary>
    /// <param name="level">How grave.</param>
    /// <param name="exception">What happened.</param>
    /// <param name="message">The template.</param>
    /// <param name="args">Its values, by position.</param>
    void Log(LogLevel level, Exception exception, string message, params object[] args) =>
        Log(level.ToString(), exception, message, args);

    /// <summary>Fills a template and writes it at <see cref="LogLevel.Trace"/>.</summary>
    /// <param name="message">The template.</param>
    /// <param name="args">Its values, by position.</param>
    void LogTrace(string message, params object[] args) => Log(nameof(LogLevel.Trace), message, args);

    /// <summary>Fills a template and writes it with the exception at <see cref="LogLevel.Trace"/>.</summary>
    /// <param name="exception">What happened.</param>
    /// <param name="message">The template.</param>
    /// <param name="args">Its values, by position.</param>
    void LogTrace(Exception exception, string message, params object[] args) =>
        Log(nameof(LogLevel.Trace), exception, message, args);

    /// <summary>Fills a template and writes it at <see cref="LogLevel.Debug"/>.</summary>
    /// <param name="message">The template.</param>
    /// <param name="args">Its values, by position.</param>
    void LogDebug(string message, params object[] args) => Log(nameof(LogLevel.Debug), message, args);

    /// <summary>Fills a template and writes it with the exception at <see cref="LogLevel.Debug"/>.</summary>
    /// <param name="exception">What happened.</param>
    /// <param name="message">The template.</param>
    /// <param name="args">Its values, by position.</param>
    void LogDebug(Exception exception, string message, params object[] args) =>
        Log(nameof(LogLevel.Debug), exception, message, args);

    /// <summary>Fills a template and writes it at <see cref="LogLevel.Information"/>.</summary>
    /// <param name="message">The template.</param>
    /// <param name="args">Its values, by position.</param>
    void LogInformation(string message, params object[] args) => Log(nameof(LogLevel.Information), message, args);

    /// <summary>Fills a template and writes it with the exception at <see cref="LogLevel.Information"/>.</summary>
    /// <param name="exception">What happened.</param>
    /// <param name="message">The template.</param>
    /// <param name="args">Its values, by position.</param>
    void LogInformation(Exception exception, string message, params object[] args) =>
        Log(nameof(LogLevel.Information), exception, message, args);

    /// <summary>Fills a template and writes it at <see cref="LogLevel.Warning"/>.</summary>
    /// <param name="message">The template.</param>
    /// <param name="args">Its values, by position.</param>
    void LogWarning(string message, params object[] args) => Log(nameof(LogLevel.Warning), message, args);

    /// <summary>Fills a template and writes it with the exception at <see cref="LogLevel.Warning"/>.</summary>
    /// <param name="exception">What happened.</param>
    /// <param name="message">The template.</param>
    /// <param name="args">Its values, by position.</param>
    void LogWarning(Exception exception, string message, params object[] args) =>
        Log(nameof(LogLevel.Warning), exception, message, args);

    /// <summary>Fills a template and writes it at <see cref="LogLevel.Error"/>.</summary>
    /// <param name="message">The template.</param>
    /// <param name="args">Its values, by position.</param>
    void LogError(string message, params object[] args) => Log(nameof(LogLevel.Error), message, args);

    /// <summary>Fills a template and writes it with the exception at <see cref="LogLevel.Error"/>.</summary>
    /// <param name="exception">What happened.</param>
    /// <param name="message">The template.</param>
    /// <param name="args">Its values, by position.</param>
    void LogError(Exception exception, string message, params object[] args) =>
        Log(nameof(LogLevel.Error), exception, message, args);

    /// <summary>Fills a template and writes it at <see cref="LogLevel.Critical"/>.</summary>
    /// <param name="message">The template.</param>
    /// <param name="args">Its values, by position.</param>
    void LogCritical(string message, params object[] args) => Log(nameof(LogLevel.Critical), message, args);

    /// <summary>Fills a template and writes it with the exception at <see cref="LogLevel.Critical"/>.</summary>
    /// <param name="exception">What happened.</param>
    /// <param name="message">The template.</param>
    /// <param name="args">Its values, by position.</param>
    void LogCritical(Exception exception, string message, params object[] args) =>
        Log(nameof(LogLevel.Critical), exception, message, args);
}
