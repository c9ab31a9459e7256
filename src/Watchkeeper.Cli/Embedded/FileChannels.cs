using System.Collections.Immutable;
using Watchkeeper.Notification;

namespace Watchkeeper.Cli.Embedded;

/// <summary>The channels of the local run: what would be sent is in files, for people and their mail programs to open.</summary>
internal static class FileChannels
{
    private const string Sender = "Watchkeeper <watchkeeper@localhost>";

    /// <summary>A channel of each kind, all into one folder, which is made when the first message comes.</summary>
    public static ImmutableArray<IMessageChannel> Create(string folder, TimeProvider time)
    {
        var messages = new MessageFolder(folder);
        return [new MailFiles(messages, Sender, time), new TopicFiles(messages)];
    }
}
