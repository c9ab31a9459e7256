using System.Collections.Immutable;
using Watchkeeper.Aws.Channels;
using Watchkeeper.Aws.Mime;
using Watchkeeper.Channels;

namespace Watchkeeper.Cli.Embedded;

/// <summary>
/// The channels of the local run that stand in for AWS. They write messages to files, which people and mail programs can open.
/// </summary>
internal static class FileChannels
{
    private static readonly Mailbox Sender = new("Watchkeeper", "watchkeeper@localhost");

    /// <summary>Creates a channel of each kind over one folder.</summary>
    /// <param name="messages">The folder.</param>
    /// <param name="time">The clock.</param>
    /// <param name="webhookTopicArn">
    /// The topic whose subscribers by HTTPS get the JSON for machines; null or empty for none.
    /// </param>
    public static ImmutableArray<IMessageChannel> Create(
        MessageFolder messages, TimeProvider time, string? webhookTopicArn = null) =>
        [
            new MailFiles(messages, Sender, time),
            .. SnsChannel.Kinds.Select(kind => new TopicFiles(messages, webhookTopicArn, kind)),
        ];
}
