using System.Collections.Immutable;
using System.Globalization;
using Watchkeeper.Reactions;
using Watchkeeper.Simulation.Engine;
using Watchkeeper.Simulation.Faults;
using Watchkeeper.Simulation.Running;

namespace Watchkeeper.Simulation.Outside;

/// <summary>Auto Scaling groups, which accept capacities and replace instances marked unhealthy.</summary>
internal sealed class Scaling
{
    public const int Groups = 4;
    private readonly World world;
    private readonly SortedDictionary<string, GroupFacts> groups = new(StringComparer.Ordinal);

    public Scaling(World world)
    {
        this.world = world;
        for (var number = 0; number < Groups; number++)
        {
            ImmutableArray<string> instances = [.. Enumerable.Range(0, 4).Select(place => Instance(number, place))];
            groups[Group(number)] = new GroupFacts
            {
                Name = Group(number),
                Desired = 4,
                Min = 2,
                Max = world.Plan.IsTight ? 6 : 12,
                Instances = instances,
                Healthy = world.Plan.IsTight ? instances[..2] : instances,
            };
        }
    }

    public static string Group(int number) => string.Create(CultureInfo.InvariantCulture, $"shop-{number}-asg");

    public static string Instance(int group, int place) =>
        string.Create(CultureInfo.InvariantCulture, $"i-0000000000000{group:d2}{place:d2}");

    public GroupFacts? Find(ReactionTarget target) => target switch
    {
        ReactionTarget.Group group => groups.GetValueOrDefault(group.Name),
        ReactionTarget.Instance instance =>
            groups.Values.FirstOrDefault(group => group.Instances.Contains(instance.Id, StringComparer.Ordinal)),
        _ => null,
    };

    /// <summary>Whether the groups show the effect of a call.</summary>
    public bool Shows(ReactionAction action) => action switch
    {
        ReactionAction.SetDesiredCapacity set => groups[set.Group].Desired >= set.To,
        ReactionAction.MarkUnhealthy mark => !groups[mark.Group].Healthy.Contains(mark.Instance, StringComparer.Ordinal),
        _ => false,
    };

    public PerformResult Perform(ReactionAction action)
    {
        world.Accounts.Performed(action);
        switch (action)
        {
            // «ScalingActivityInProgress» and the like (Auto Scaling API reference, SetDesiredCapacity, errors).
            case ReactionAction.SetDesiredCapacity set when set.To > groups[set.Group].Max:
                return new PerformResult.Rejected("ValidationError: above the group's maximum");
            case ReactionAction.SetDesiredCapacity set:
                groups[set.Group] = groups[set.Group] with { Desired = set.To };
                break;
            case ReactionAction.MarkUnhealthy mark:
                var group = groups[mark.Group];
                groups[mark.Group] = group with { Healthy = [.. group.Healthy.Where(id => id != mark.Instance)] };
                world.Agenda.In(TimeSpan.FromMinutes(5), () => Heal(mark.Group, mark.Instance));
                break;
        }

        return new PerformResult.Accepted();
    }

    // The new instance keeps the old one's id, so that later events have an instance to name.
    private void Heal(string name, string instance) =>
        groups[name] = groups[name] with { Healthy = [.. groups[name].Healthy, instance] };
}

/// <summary>Auto Scaling across a process's boundary.</summary>
internal sealed class BoundaryScaling(Scaling scaling, IBoundary boundary) : IScaling
{
    public Task<GroupFacts?> FindAsync(ReactionTarget target, CancellationToken cancellationToken) =>
        boundary.CallAsync("scaling.find", "", () => scaling.Find(target), null, cancellationToken);

    public Task<PerformResult> PerformAsync(ReactionAction action, CancellationToken cancellationToken) =>
        boundary.CallAsync("scaling.perform", action.Target, () => scaling.Perform(action), Answer, cancellationToken);

    private static PerformResult Answer(FaultKind fault) => fault switch
    {
        FaultKind.Error => new PerformResult.Rejected("AccessDenied: not allowed at the moment"),
        FaultKind.Throttle => new PerformResult.Throttled("Throttling: rate exceeded"),
        _ => new PerformResult.NoAnswer("no answer in time"),
    };
}
