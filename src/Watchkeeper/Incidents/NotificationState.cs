namespace Watchkeeper.Incidents;

/// <summary>What people have been told of an incident, as far as the next message hangs on it.</summary>
/// <param name="At">When they were last told, by our clock; kept in whole seconds, since bytes of a slot cost units.</param>
/// <param name="Acts">How many other acts they were told of since the incident opened or they were reminded.</param>
/// <param name="Reminders">How often they were reminded.</param>
public sealed record NotificationState(DateTimeOffset At, int Acts = 0, int Reminders = 0)
{
    /// <summary>When they were last told, by our clock, in whole seconds.</summary>
    public DateTimeOffset At { get; init; } = new(At.UtcTicks - (At.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

    /// <summary>
    /// Most acts that are told one by one; what comes beyond waits for the next reminder, so that an attacker with a thousand
    /// identities cannot bury people in messages.
    /// </summary>
    public const int MaxActs = 8;

    /// <summary>Whether further acts wait for the next reminder.</summary>
    public bool IsExhausted => Acts >= MaxActs;
}
