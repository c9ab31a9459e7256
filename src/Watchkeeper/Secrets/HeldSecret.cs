namespace Watchkeeper.Secrets;

/// <summary>What is known of one secret. Not safe for several threads: its owner locks.</summary>
internal sealed class HeldSecret
{
    private SecretValue? value;
    private DateTimeOffset readAt;
    private SecretResult.Failed? failure;
    private int failures;
    private DateTimeOffset? notBefore;
    private (SecretValue Value, DateTimeOffset At)? forgotten;

    /// <summary>The read that is under way; null without one.</summary>
    public Task<SecretResult>? Reading { get; set; }

    /// <summary>The known answer; null if the store must be asked.</summary>
    public SecretResult? Answer(DateTimeOffset now)
    {
        if (value is not null && IsWithin(SecretsInMemory.MaxAge, readAt, now))
            return new SecretResult.Found(value);
        return failure is not null && notBefore is { } due && now < due && due - now <= TimeSpan.FromMinutes(1)
            ? Effective(failure, now)
            : null;
    }

    /// <summary>
    /// Takes the store's answer, and returns the answer for those who wait: a transient failure leaves the last value.
    /// </summary>
    public SecretResult Settle(SecretResult result, DateTimeOffset askedAt, DateTimeOffset now)
    {
        if (result is not SecretResult.Failed failed)
        {
            (value, readAt) = (((SecretResult.Found)result).Value, askedAt);
            (failure, failures, notBefore) = (null, 0, null);
            return result;
        }

        if (!failed.IsRetryable)
            value = null;
        (failure, failures) = (failed, failures + 1);
        notBefore = now + SecretBackOff.After(failed.IsRetryable, failures);
        return Effective(failed, now);
    }

    /// <summary>Forgets a value, but not the same one twice within a short time: then false.</summary>
    public bool Forget(SecretValue refused, DateTimeOffset now)
    {
        if (value?.HasValueOf(refused) is not true)
            return true;
        if (forgotten is var (last, at) && last.HasValueOf(refused) && IsWithin(SecretsInMemory.MinForgetInterval, at, now))
            return false;
        forgotten = (refused, now);
        (value, failure, notBefore) = (null, null, null);
        return true;
    }

    /// <summary>Whether nothing is worth keeping.</summary>
    public bool IsOver(DateTimeOffset now) =>
        Reading is null
        && !IsWithin(SecretsInMemory.MaxStaleAge, readAt, now)
        && !(notBefore is { } due && IsWithin(SecretsInMemory.MaxStaleAge, due, now));

    private SecretResult Effective(SecretResult.Failed failed, DateTimeOffset now) =>
        failed.IsRetryable && value is not null && IsWithin(SecretsInMemory.MaxStaleAge, readAt, now)
            ? new SecretResult.Found(value)
            : failed;

    // A clock that was set back counts as time that passed.
    private static bool IsWithin(TimeSpan limit, DateTimeOffset from, DateTimeOffset now) => (now - from).Duration() < limit;
}
