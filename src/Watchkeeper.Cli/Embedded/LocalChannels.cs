using System.Collections.Immutable;
using Watchkeeper.Channels;
using Watchkeeper.Channels.Catalogue;
using Watchkeeper.Cli.Receivers;
using Watchkeeper.Functions.Webhooks;

namespace Watchkeeper.Cli.Embedded;

/// <summary>All channels of the local run, over one folder of messages. None of them reaches the network.</summary>
internal sealed class LocalChannels : IAsyncDisposable
{
    private readonly LocalReceiver receiver = new();
    private readonly Lazy<WebhookClient> client;

    /// <summary>Creates the channels. The receiver listens from the first message that it gets.</summary>
    /// <param name="folder">The folder of messages.</param>
    /// <param name="time">The clock.</param>
    /// <param name="webhookTopicArn">The topic that <see cref="FileChannels.Create"/> takes.</param>
    public LocalChannels(string folder, TimeProvider time, string? webhookTopicArn = null)
    {
        var messages = new MessageFolder(folder);
        client = new Lazy<WebhookClient>(() => new WebhookClient(new RedirectedConnections(receiver.Address), time));
        All =
        [
            .. FileChannels.Create(messages, time, webhookTopicArn),
            .. ChannelCatalogue.All.Select(kind => new HttpFiles(
                new HttpMessageChannel(kind, client, time) { IsLocal = true }, receiver, messages)),
        ];
    }

    /// <summary>A channel of each kind.</summary>
    public ImmutableArray<IMessageChannel> All { get; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (client.IsValueCreated)
            client.Value.Dispose();
        await receiver.DisposeAsync();
    }
}
