using Watchkeeper.Reactions;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Run;

/// <summary>Describes the result of a reaction in half a line.</summary>
internal static class ReactionText
{
    public static string Format(ReactionRecord record)
    {
        string?[] parts = [Format(record.Action), record.Refusal is { } refusal ? refusal.ToKebabCase() : null, record.Detail];
        return string.Join("; ", parts.Where(part => part is { Length: > 0 }));
    }

    /// <summary>Describes a call; empty without one.</summary>
    public static string Format(ReactionAction? action) => action switch
    {
        ReactionAction.SetDesiredCapacity set => $"desired capacity of {set.Group} from {set.From} to {set.To}",
        ReactionAction.MarkUnhealthy mark => $"{mark.Instance} of {mark.Group} unhealthy, to be replaced",
        _ => "",
    };
}
