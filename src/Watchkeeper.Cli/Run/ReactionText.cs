using Watchkeeper.Reactions;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Run;

/// <summary>Describes the result of a reaction in half a line.</summary>
internal static class ReactionText
{
    public static string Format(ReactionRecord record)
    {
        var action = record.Action switch
        {
            ReactionAction.SetDesiredCapacity set => $"desired capacity of {set.Group} from {set.From} to {set.To}",
            ReactionAction.MarkUnhealthy mark => $"{mark.Instance} of {mark.Group} unhealthy, to be replaced",
            _ => "",
        };
        string?[] parts = [action, record.Refusal is { } refusal ? refusal.ToKebabCase() : null, record.Detail];
        return string.Join("; ", parts.Where(part => part is { Length: > 0 }));
    }
}
