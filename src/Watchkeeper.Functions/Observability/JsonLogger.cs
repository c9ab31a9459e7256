using Microsoft.Extensions.Logging;

namespace Watchkeeper.Functions.Observability;

/// <summary>
/// Writes each log entry as one JSON object on one line. The members <c>timestamp</c>, <c>level</c>, <c>message</c> and
/// <c>requestId</c> follow Lambda's JSON log format, so that Lambda's level filter works. A message's own values stand inside
/// <c>data</c>, where no name or value can pose as a member of the line.
/// </summary>
/// <param name="output">The output.</param>
/// <param name="clock">The clock for timestamps.</param>
/// <param name="function">The function's name in the template.</param>
/// <param name="least">The minimum level; lower entries are dropped. Default: information.</param>
public sealed class JsonLogger(LineOutput output, TimeProvider clock, string function, LogLevel least = LogLevel.Information)
    : ILogger
{
    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel >= least && logLevel is not LogLevel.None;

    /// <summary>Returns null: the invocation is known without scopes.</summary>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        if (!IsEnabled(logLevel))
            return;
        var entry = new LogEntry
        {
            At = clock.GetUtcNow(),
            Level = logLevel,
            Event = eventId,
            Function = function,
            Message = formatter(state, exception),
            Values = state as IReadOnlyList<KeyValuePair<string, object?>>,
            Exception = exception,
            Invocation = Invocation.Current,
        };
        output.Write(entry, static (writer, entry) => entry.WriteTo(writer));
    }

    /// <summary>Reads Lambda's variable <c>AWS_LAMBDA_LOG_LEVEL</c> (TRACE to FATAL); anything else means information.</summary>
    public static LogLevel LevelOf(string? text) => text?.ToUpperInvariant() switch
    {
        "TRACE" => LogLevel.Trace,
        "DEBUG" => LogLevel.Debug,
        "WARN" => LogLevel.Warning,
        "ERROR" => LogLevel.Error,
        "FATAL" => LogLevel.Critical,
        _ => LogLevel.Information,
    };
}
