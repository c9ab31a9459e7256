using Watchkeeper.Signals;

namespace Watchkeeper.Aws.Events.Json;

/// <summary>The border of a parser: what goes wrong inside becomes a value.</summary>
internal static class Total
{
    /// <summary>What <paramref name="read"/> gives, or what <paramref name="rejected"/> makes of its rejection.</summary>
    public static T Run<T>(Func<T> read, Func<SignalParseResult.Rejected, T> rejected)
    {
        try
        {
            return read();
        }
        catch (RejectionException rejection)
        {
            return rejected(rejection.Reading);
        }
    }

    /// <summary>What <paramref name="read"/> gives, or its rejection.</summary>
    public static SignalParseResult Run(Func<SignalParseResult> read) => Run<SignalParseResult>(read, rejected => rejected);
}
