using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The context's logger.</summary>
internal sealed class InvocationLogger(LogWriter log) : ILambdaLogger
{
    public void Log(string message) => log.WriteRaw(message);

    public void LogLine(string message) => log.Write(LogLevel.Information, message, null);

    public void Log(string level, string message) => log.Write(level, message, null);

    public void Log(string level, Exception exception, string message, params object[] args) =>
        log.Write(level, MessageTemplate.Fill(message, args), exception);
}
