namespace Watchkeeper.Incidents;

/// <summary>What was last reported of an incident. The time of the next message depends on this state.</summary>
/// <param name="At">
/// Time of the last message, by our clock. Whole seconds, because every byte of a slot costs write units.
/// </param>
/// <param name="Acts">Number of further acts reported since the incident opened or since the last reminder.</param>
/// <param name="Reminders">Number of reminders sent.</param>
public sealed record NotificationState(DateTimeOffset At, int Acts = 0, int Reminders = 0)
{
    /// <summary>Time of the last message, by our clock, in whole seconds.</summary>
    public DateTimeOffset At { get; init; } = new(At.UtcTicks - (At.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

    /// <summary>
    /// Maximum number of acts that are reported one by one. Further acts wait for the next reminder, so that an attacker with a
    /// thousand identities cannot flood people with messages.
    /// </summary>
    public const int MaxActs = 8;

    /// <summary>Whether further acts wait for the next reminder.</summary>
    public bool IsExhausted => Acts >= MaxActs;
}
