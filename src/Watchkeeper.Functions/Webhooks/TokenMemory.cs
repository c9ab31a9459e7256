using Watchkeeper.Channels.Http;
using Watchkeeper.Routing;

namespace Watchkeeper.Functions.Webhooks;

/// <summary>
/// The tokens of one kind of channel, in memory alone. Many who need one at once cost one request. Safe for several threads.
/// </summary>
/// <param name="channel">The kind.</param>
/// <param name="client">Makes the requests.</param>
/// <param name="time">Our clock.</param>
internal sealed class TokenMemory(ITokenChannel channel, WebhookClient client, TimeProvider time)
{
    // A token may end while its message is on the way.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Held> held = new(StringComparer.Ordinal);

    /// <summary>The token, from memory or from the receiver.</summary>
    /// <param name="to">The channel, with the values of secrets.</param>
    /// <param name="cancellationToken">Ends the wait of this asker alone.</param>
    public Task<TokenResult> GetAsync(Channel to, CancellationToken cancellationToken)
    {
        var call = channel.CreateTokenCall(to);
        var now = time.GetUtcNow();
        lock (gate)
        {
            if (!held.TryGetValue(call.Url, out var known) || known.IsOver(now))
                held[call.Url] = known = new Held(AskAsync(call), now);
            return known.Result.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Forgets a token that the receiver refused; a newer one stays.</summary>
    public void Forget(Channel to, string token)
    {
        var key = channel.CreateTokenCall(to).Url;
        lock (gate)
        {
            if (held.TryGetValue(key, out var known) && known.Has(token))
                held.Remove(key);
        }
    }

    private async Task<TokenResult> AskAsync(HttpCall call) =>
        await client.SendAsync(call, CancellationToken.None) switch
        {
            HttpResult.Answered(var answer) => channel.ReadToken(answer),
            HttpResult.Unanswered(var result) => new TokenResult.Failed(result),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is not a known result"),
        };

    private sealed record Held(Task<TokenResult> Result, DateTimeOffset AskedAt)
    {
        // A failure serves those who wait for it, and nobody after them.
        public bool IsOver(DateTimeOffset now) => Result.IsCompleted && !(Result.IsCompletedSuccessfully
            && Result.Result is TokenResult.Found(_, var lifetime) && now - AskedAt < lifetime - Margin && now >= AskedAt);

        public bool Has(string token) =>
            Result.IsCompletedSuccessfully && Result.Result is TokenResult.Found(var value, _) && value == token;
    }
}
