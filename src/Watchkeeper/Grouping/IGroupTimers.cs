namespace Watchkeeper.Grouping;

/// <summary>
/// Has somebody look at groups when their time has come. A timer may come late, early, twice or never: the sweep tells what is due
/// in any case.
/// </summary>
public interface IGroupTimers
{
    /// <summary>Asks that somebody looks at what is due. Throws if nobody took the request; nothing is lost then.</summary>
    /// <param name="at">When; not after <paramref name="now"/> means at once.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task SetAsync(DateTimeOffset at, DateTimeOffset now, CancellationToken cancellationToken);
}
