using System.Collections.Immutable;
using Watchkeeper.Aws.Channels;
using Watchkeeper.Aws.Mime;
using Watchkeeper.Channels;

namespace Watchkeeper.Cli.Embedded;

/// <summary>The channels of the local run. They write messages to files, which people and mail programs can open.</summary>
internal static class FileChannels
{
    private static readonly Mailbox Sender = new("Watchkeeper", "watchkeeper@localhost");

    /// <summary>Creates a channel of each kind over one folder. The first message creates the folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="time">The clock.</param>
    /// <param name="webhookTopicArn">
    /// The topic whose subscribers by HTTPS get the JSON for machines; null or empty for none.
    /// </param>
    public static ImmutableArray<IMessageChannel> Create(string folder, TimeProvider time, string? webhookTopicArn = null)
    {
        var messages = new MessageFolder(folder);
        return
        [
            new MailFiles(messages, Sender, time),
            .. SnsChannel.Kinds.Select(kind => new TopicFiles(messages, webhookTopicArn, kind)),
        ];
    }
}
