namespace Watchkeeper.Functions.Configuring;

/// <summary>Something made for the configuration in force: once for each version.</summary>
/// <param name="configurations">The configuration in force.</param>
/// <param name="create">Makes it.</param>
internal sealed class ByConfiguration<T>(ConfigurationInForce configurations, Func<DecidingConfiguration, T> create)
    where T : class
{
    private DecidingConfiguration? madeFor;
    private T? made;

    /// <summary>The one for the next invocation.</summary>
    /// <exception cref="Exception">See <see cref="ConfigurationInForce.CurrentAsync"/>.</exception>
    public async ValueTask<T> GetAsync(CancellationToken cancellationToken)
    {
        var current = await configurations.CurrentAsync(cancellationToken);
        if (made is null || !ReferenceEquals(madeFor, current))
            (madeFor, made) = (current, create(current));
        return made;
    }
}
