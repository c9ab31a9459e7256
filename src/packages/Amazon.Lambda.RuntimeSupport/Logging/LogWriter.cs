using System.Buffers;
using System.Globalization;
using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Helpers;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// Writes log lines to standard output, which Lambda turns into events of the log group: as text, or as JSON when
/// <c>AWS_LAMBDA_LOG_FORMAT</c> says so; below <c>AWS_LAMBDA_LOG_LEVEL</c> nothing is written.
/// </summary>
internal sealed class LogWriter(LambdaEnvironment environment) : IConsoleLoggerWriter
{
    private readonly bool json = string.Equals(environment.LogFormat, "JSON", StringComparison.OrdinalIgnoreCase);
    private readonly LogLevel least = ParseLevel(environment.LogLevel);
    private readonly Lock oneLineAtATime = new();
    private Stream output;

    /// <summary>The id of the invocation that runs now; null before the first.</summary>
    private string requestId;

    public void SetRuntimeHeaders(IRuntimeApiHeaders runtimeApiHeaders) => requestId = runtimeApiHeaders?.AwsRequestId;

    public void FormattedWriteLine(string message) => Write(LogLevel.Information, message, null);

    public void FormattedWriteLine(string level, string message, params object[] args) =>
        FormattedWriteLine(level, null, message, args);

    public void FormattedWriteLine(string level, Exception exception, string message, params object[] args) =>
        Write(level, MessageTemplate.Fill(message, args), exception);

    /// <summary>Makes this the log behind <see cref="LambdaLogger"/>.</summary>
    internal void TakeOver() => LambdaLogger.Redirect(
        message => Write(LogLevel.Information, message, null),
        (level, exception, message) => Write(level, message, exception));

    internal void Write(string level, string message, Exception exception) => Write(ParseLevel(level), message, exception);

    internal void Write(LogLevel level, string message, Exception exception)
    {
        if (level < least)
            return;

        var line = new ArrayBufferWriter<byte>(256);
        if (json)
            LogJson.Write(line, level, requestId, LambdaEnvironment.TraceId, message, exception);
        else
            Encoding.UTF8.GetBytes(Text(level, message, exception), line);
        Send(line);
    }

    internal void WriteRaw(string message)
    {
        var text = new ArrayBufferWriter<byte>(256);
        Encoding.UTF8.GetBytes(message, text);
        Send(text);
    }

    private void Send(ArrayBufferWriter<byte> text)
    {
        lock (oneLineAtATime)
        {
            output ??= Console.OpenStandardOutput();
            output.Write(text.WrittenSpan);
        }
    }

    private string Text(LogLevel level, string message, Exception exception)
    {
        var time = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var cause = exception is null ? "" : $"\n{exception}";
        return $"{time}\t{requestId}\t{ShortName(level)}\t{message}{cause}\n";
    }

    private static string ShortName(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        _ => "crit",
    };

    /// <summary>Lambda's names (INFO, WARN, FATAL) and .NET's, in any case; anything else is Information.</summary>
    private static LogLevel ParseLevel(string name) => name?.ToUpperInvariant() switch
    {
        "TRACE" => LogLevel.Trace,
        "DEBUG" => LogLevel.Debug,
        "WARN" or "WARNING" => LogLevel.Warning,
        "ERROR" => LogLevel.Error,
        "FATAL" or "CRITICAL" => LogLevel.Critical,
        _ => LogLevel.Information,
    };
}
