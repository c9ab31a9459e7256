using Watchkeeper.Reactions;

namespace Watchkeeper.Functions.Tests.Sweeping;

/// <summary>Groups as a test sets them; read only.</summary>
internal sealed class KnownGroups : IScaling
{
    public Dictionary<string, GroupFacts> Groups { get; } = new(StringComparer.Ordinal);

    public Exception? Failure { get; set; }

    public int Asked { get; private set; }

    public void Set(string name, int desired, int max) => Groups[name] = new GroupFacts
    {
        Name = name,
        Desired = desired,
        Min = 1,
        Max = max,
        Healthy = [],
        Instances = [],
    };

    public Task<GroupFacts?> FindAsync(ReactionTarget target, CancellationToken cancellationToken)
    {
        Asked++;
        return Failure is not null
            ? Task.FromException<GroupFacts?>(Failure)
            : Task.FromResult(target is ReactionTarget.Group group ? Groups.GetValueOrDefault(group.Name) : null);
    }

    public Task<PerformResult> PerformAsync(ReactionAction action, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("a sweep changes no group");
}
