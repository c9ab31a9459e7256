using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.Events.Json;

/// <summary>The boundary of a parser: turns a rejection inside into a value.</summary>
internal static class Total
{
    /// <summary>
    /// Returns the result of <paramref name="read"/>, or the value that <paramref name="rejected"/> makes of the rejection.
    /// </summary>
    public static T Run<T>(Func<T> read, Func<Rejection, T> rejected)
    {
        try
        {
            return read();
        }
        catch (RejectionException exception)
        {
            return rejected(exception.Rejection);
        }
    }

    /// <summary>Returns the result of <paramref name="read"/>, or the rejection.</summary>
    public static SignalParseResult Run(Func<SignalParseResult> read) => Run<SignalParseResult>(
        read, rejection => new SignalParseResult.Rejected(rejection));
}
