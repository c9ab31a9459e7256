namespace Watchkeeper.Secrets;

/// <summary>
/// Secrets, read when they are needed and kept in memory for a bounded time. Many askers at once cost one read. A secret that
/// could not be read is not asked for at every message. Safe for several threads.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="time">Our clock.</param>
public sealed class SecretsInMemory(ISecretStore store, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, HeldSecret> held = new(StringComparer.Ordinal);

    /// <summary>How long a value serves before it is read again: a rotation is noticed within this time.</summary>
    public static TimeSpan MaxAge { get; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long a value serves at most while the store is unreachable or throttles. A secret that is missing or denied ends at
    /// once.
    /// </summary>
    public static TimeSpan MaxStaleAge { get; } = TimeSpan.FromMinutes(30);

    /// <summary>
    /// The least time until the same value is forgotten again, so that a broken channel does not flood the store.
    /// </summary>
    public static TimeSpan MinForgetInterval { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Returns the secret, from memory or from the store.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="cancellationToken">Ends the wait of this asker alone; a read that others wait for goes on.</param>
    public Task<SecretResult> ResolveAsync(SecretReference reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var now = time.GetUtcNow();
        HeldSecret secret;
        TaskCompletionSource<SecretResult> reading;
        lock (gate)
        {
            Clean(now);
            if (!held.TryGetValue(reference.Text, out secret!))
                held[reference.Text] = secret = new HeldSecret();
            if (secret.Answer(now) is { } known)
                return Task.FromResult(known);
            if (secret.Reading is { } others)
                return others.WaitAsync(cancellationToken);
            // It is completed outside the lock, so those who wait may go on at once.
            reading = new TaskCompletionSource<SecretResult>();
            secret.Reading = reading.Task;
        }

        _ = ReadAsync(reference, secret, reading, now);
        return reading.Task.WaitAsync(cancellationToken);
    }

    /// <summary>
    /// Forgets a value that its user found out of date, so that the next asker reads it anew. Ignored if another one is known by
    /// now, and if the same value was forgotten a short time ago (<see cref="MinForgetInterval"/>).
    /// </summary>
    /// <returns>
    /// False if it was ignored because of that interval: the value may have been replaced since it was read.
    /// </returns>
    public bool Forget(SecretValue refused)
    {
        ArgumentNullException.ThrowIfNull(refused);
        lock (gate)
            return !held.TryGetValue(refused.Reference.Text, out var secret) || secret.Forget(refused, time.GetUtcNow());
    }

    private async Task ReadAsync(
        SecretReference reference, HeldSecret secret, TaskCompletionSource<SecretResult> reading, DateTimeOffset askedAt)
    {
        try
        {
            var result = await store.ReadAsync(reference, CancellationToken.None);
            lock (gate)
            {
                result = secret.Settle(result, askedAt, time.GetUtcNow());
                secret.Reading = null;
            }

            reading.SetResult(result);
        }
        catch (Exception failure)
        {
            // An error of our own: those who wait get it, and the next one asks again.
            lock (gate)
                secret.Reading = null;
            reading.SetException(failure);
        }
    }

    // Values that nobody asks for any more leave memory too.
    private void Clean(DateTimeOffset now)
    {
        foreach (var (text, secret) in held)
        {
            if (secret.IsOver(now))
                held.Remove(text);
        }
    }
}
