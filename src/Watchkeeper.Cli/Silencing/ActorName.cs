using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Stores;

namespace Watchkeeper.Cli.Silencing;

/// <summary>Who acts: the name that was typed, or the caller's where the store knows the caller.</summary>
/// <param name="Typed">The typed name, or the login name.</param>
/// <param name="MustBeKnown">Whether only the store may say who acts.</param>
internal sealed record ActorName(string Typed, bool MustBeKnown)
{
    /// <exception cref="AskException">AWS does not say who acts.</exception>
    public async Task<string> ReadAsync(IIncidentStore store, CancellationToken cancellationToken) => MustBeKnown
        ? await store.WhoAmIAsync(cancellationToken)
            ?? throw new AskException("AWS does not say who you are, and a silence needs an owner.")
        : Typed;
}
