using Watchkeeper.Configuration;

namespace Watchkeeper.Notification.Rendering;

/// <summary>The options of messages by receiver: one object for all receivers whose readers prefer the same.</summary>
/// <param name="configuration">The configuration.</param>
public sealed class ReaderOptions(WatchkeeperConfiguration configuration)
{
    private readonly Dictionary<ReaderPreferences, MessageOptions> preferred = [];

    // At the first message: the time zone takes a millisecond to load, and most starts send none.
    private MessageOptions? usual;

    /// <summary>The options for a receiver's readers.</summary>
    public MessageOptions For(string receiver)
    {
        if (!configuration.Readers.TryGetValue(receiver, out var readers))
            return usual ??= MessageOptions.From(configuration);
        if (!preferred.TryGetValue(readers, out var options))
            preferred[readers] = options = MessageOptions.From(configuration.ReadBy(receiver));
        return options;
    }
}
