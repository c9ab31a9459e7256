namespace Watchkeeper.Secrets;

/// <summary>
/// How long a secret that could not be read is not asked for again. A person may mend what is missing or denied, and waits no
/// longer than a minute for it; what may pass by itself is asked for sooner.
/// </summary>
public static class SecretBackOff
{
    private static readonly TimeSpan MaxTransient = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan MaxLasting = TimeSpan.FromMinutes(1);

    /// <summary>The delay after a number of failures in a row.</summary>
    /// <param name="isTransient">Whether the last failure may pass by itself.</param>
    /// <param name="failures">The number of failures in a row, from 1.</param>
    public static TimeSpan After(bool isTransient, int failures)
    {
        var doublings = Math.Clamp(failures - 1, 0, 10);
        var delay = TimeSpan.FromSeconds((isTransient ? 1 : 5) * (1 << doublings));
        var max = isTransient ? MaxTransient : MaxLasting;
        return delay < max ? delay : max;
    }
}
