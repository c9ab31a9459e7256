using System.Text.Json;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Reactions;

namespace Watchkeeper.Cli.Embedded;

/// <summary>
/// The application's Auto Scaling groups from a file in the format of <c>aws autoscaling describe-auto-scaling-groups</c> (<see
/// cref="GroupFile"/>). Calls change the groups in memory.
/// </summary>
internal sealed class EmbeddedScaling : IScaling
{
    private readonly Dictionary<string, GroupFacts> groups;

    private EmbeddedScaling(Dictionary<string, GroupFacts> groups) => this.groups = groups;

    /// <summary>All groups.</summary>
    public IReadOnlyCollection<GroupFacts> Groups => groups.Values;

    /// <summary>Reads the groups of a file; empty if the file does not exist.</summary>
    /// <exception cref="RunException">The file has another format.</exception>
    public static EmbeddedScaling Load(string file)
    {
        if (!File.Exists(file))
            return new EmbeddedScaling([]);
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            var refreshes = Path.Combine(Path.GetDirectoryName(file)!, "instance-refreshes.json");
            using var beside = JsonDocument.Parse(File.Exists(refreshes) ? File.ReadAllBytes(refreshes) : "{}"u8.ToArray());
            return new EmbeddedScaling(GroupFile.Read(document.RootElement, beside.RootElement)
                .ToDictionary(group => group.Name, StringComparer.Ordinal));
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new RunException(
                $"«{file}» is not what «aws autoscaling describe-auto-scaling-groups» prints: {error.Message}");
        }
    }

    /// <inheritdoc/>
    public Task<GroupFacts?> FindAsync(ReactionTarget target, CancellationToken cancellationToken) =>
        Task.FromResult(target switch
        {
            ReactionTarget.Group group => groups.GetValueOrDefault(group.Name),
            ReactionTarget.Instance instance =>
                groups.Values.FirstOrDefault(group => group.Instances.Contains(instance.Id, StringComparer.Ordinal)),
            _ => null,
        });

    /// <inheritdoc/>
    public Task<PerformResult> PerformAsync(ReactionAction action, CancellationToken cancellationToken)
    {
        switch (action)
        {
            case ReactionAction.SetDesiredCapacity set:
                groups[set.Group] = groups[set.Group] with { Desired = set.To };
                break;
            case ReactionAction.MarkUnhealthy mark:
                var group = groups[mark.Group];
                groups[mark.Group] = group with { Healthy = [.. group.Healthy.Where(id => id != mark.Instance)] };
                break;
        }

        return Task.FromResult<PerformResult>(new PerformResult.Accepted());
    }
}
