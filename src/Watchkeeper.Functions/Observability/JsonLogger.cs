using Microsoft.Extensions.Logging;

namespace Watchkeeper.Functions.Observability;

/// <summary>
/// Logs as one JSON object a line. The members <c>timestamp</c>, <c>level</c>, <c>message</c> and <c>requestId</c> are named and
/// valued as Lambda's JSON log format wants them, so that its level filter works; a message's own values stand inside
/// <c>data</c>, where no value and no name can pose as a member of the line.
/// </summary>
/// <param name="output">Where to.</param>
/// <param name="clock">For timestamps.</param>
/// <param name="function">The function's name in the template.</param>
/// <param name="least">Entries below it are dropped. Default: information.</param>
public sealed class JsonLogger(LineOutput output, TimeProvider clock, string function, LogLevel least = LogLevel.Information)
    : ILogger
{
    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel >= least && logLevel is not LogLevel.None;

    /// <summary>Scopes are not used: the invocation is known without them.</summary>
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
