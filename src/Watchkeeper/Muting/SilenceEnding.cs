namespace Watchkeeper.Muting;

/// <summary>A silence that is about to end, as a message announces it.</summary>
/// <param name="Silence">The silence's id.</param>
/// <param name="EndsAt">When it ends.</param>
/// <param name="By">Who created it.</param>
/// <param name="Reason">Why.</param>
public sealed record SilenceEnding(string Silence, DateTimeOffset EndsAt, string By, string Reason)
{
    /// <summary>The end of a silence.</summary>
    public static SilenceEnding From(Silence silence)
    {
        ArgumentNullException.ThrowIfNull(silence);
        return new SilenceEnding(silence.Id, silence.EndsAt, silence.By, silence.Reason);
    }
}
