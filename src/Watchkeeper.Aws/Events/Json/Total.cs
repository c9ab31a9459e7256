using Watchkeeper.Signals;

namespace Watchkeeper.Aws.Events.Json;

/// <summary>The boundary of a parser: turns a rejection inside into a value.</summary>
internal static class Total
{
    /// <summary>
    /// Returns the result of <paramref name="read"/>, or the value that <paramref name="rejected"/> makes of the rejection.
    /// </summary>
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

    /// <summary>Returns the result of <paramref name="read"/>, or the rejection.</summary>
    public static SignalParseResult Run(Func<SignalParseResult> read) => Run<SignalParseResult>(read, rejected => rejected);
}
