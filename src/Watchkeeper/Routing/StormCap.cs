namespace Watchkeeper.Routing;

/// <summary>
/// How many messages an address gets one by one before others are put together, whatever the routes say (<c>storm_cap</c> of the
/// configuration file). The last one of a burst is kept for an incident that begins as or becomes critical.
/// </summary>
/// <param name="Burst">How many messages go one right after the other; 0 for no cap.</param>
/// <param name="Interval">
/// The time in which one message more becomes free, and after which what was put together goes as one: in a time T an address gets
/// at most <see cref="Burst"/> + T ÷ <see cref="Interval"/> messages.
/// </param>
public sealed record StormCap(int Burst, TimeSpan Interval)
{
    /// <summary>At most 5 messages in a minute and 15 in ten. One message a minute never meets it.</summary>
    public static readonly StormCap Default = new(5, TimeSpan.FromMinutes(1));

    /// <summary>Every message goes by itself.</summary>
    public static readonly StormCap None = new(0, TimeSpan.FromMinutes(1));

    /// <summary>Whether nothing is put together.</summary>
    public bool IsOff => Burst == 0;

    /// <summary>How much of the burst may be in use after a message.</summary>
    /// <param name="isUrgent">For an incident that begins as or becomes critical.</param>
    public TimeSpan Allowance(bool isUrgent) => Interval * (isUrgent || Burst == 1 ? Burst : Burst - 1);
}
