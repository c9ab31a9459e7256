using Watchkeeper.Configuration;

namespace Watchkeeper.Notification.Rendering;

/// <summary>The options of messages by receiver: one object for all receivers whose readers prefer the same.</summary>
/// <param name="configuration">The configuration.</param>
public sealed class ReaderOptions(WatchkeeperConfiguration configuration)
{
    private readonly MessageOptions usual = MessageOptions.From(configuration);
    private readonly Dictionary<ReaderPreferences, MessageOptions> preferred = [];

    /// <summary>The options for a receiver's readers.</summary>
    public MessageOptions For(string receiver)
    {
        if (!configuration.Readers.TryGetValue(receiver, out var readers))
            return usual;
        if (!preferred.TryGetValue(readers, out var options))
            preferred[readers] = options = MessageOptions.From(configuration.ReadBy(receiver));
        return options;
    }
}
