using Microsoft.Extensions.Logging;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Simulation.Running;

namespace Watchkeeper.Simulation.Lambda;

/// <summary>
/// The log of a function. Nobody reads it, so nothing below a warning is formatted. It inspects exceptions, because a handler
/// that catches everything must not hide what the simulation did not cause.
/// </summary>
internal sealed class ListeningLogger(World world, FunctionName function) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (exception is not null)
            world.Met(exception, function);
        if (world.Trace.IsRead)
            world.Trace.Remark($"log of {function}: {formatter(state, null)}");
    }
}
