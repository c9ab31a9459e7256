using System.Collections.Immutable;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Services;

/// <summary>The application's services, and which of them a subject belongs to.</summary>
public sealed class Topology
{
    /// <summary>The label with the owner of a subject's service.</summary>
    public const string Owner = "owner";

    private const int Kinds = (int)BelongingKind.Name + 1;

    // At the first signal, because not every function assigns services.
    private (Service Service, Belonging Belonging)[]? belongings;
    private Dependencies? dependencies;

    /// <summary>Creates the topology.</summary>
    /// <param name="services">The services, each with a name of its own.</param>
    public Topology(ImmutableArray<Service> services) => Services = services;

    /// <summary>No services: subjects keep the service that their source names.</summary>
    public static Topology None { get; } = new([]);

    /// <summary>The services.</summary>
    public ImmutableArray<Service> Services { get; }

    /// <summary>Which service depends on which; followed when first asked.</summary>
    public Dependencies Dependencies => dependencies ??= new Dependencies(Services);

    /// <summary>The service that a signal's subject belongs to; null for none. The most specific belonging decides.</summary>
    public Service? ServiceOf(Signal signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        var names = new string[]?[Kinds];
        foreach (var (service, belonging) in belongings ??= Sort(Services))
        {
            if (Has(belonging, signal, names))
                return service;
        }

        return null;
    }

    /// <summary>
    /// The signal with its subject's service and owner. Without services the signal stays as it is; with services, nothing but
    /// they set the two.
    /// </summary>
    public Signal Assign(Signal signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        if (Services.IsEmpty)
            return signal;
        var service = ServiceOf(signal);
        return signal with
        {
            Subject = signal.Subject with
            {
                Service = service?.Name ?? "",
                Labels = signal.Subject.Labels.With(Owner, service?.Owner ?? ""),
            },
        };
    }

    // The more specific first; of equals, the earlier kind and then the earlier line.
    private static (Service Service, Belonging Belonging)[] Sort(ImmutableArray<Service> services)
    {
        var found = new List<((bool, int, int, int) Order, Service Service, Belonging Belonging)>();
        foreach (var service in services)
        {
            foreach (var belonging in service.Belongings)
            {
                var (isExact, literals) = belonging.Specificity;
                found.Add(((!isExact, -literals, (int)belonging.Kind, found.Count), service, belonging));
            }
        }

        found.Sort((one, other) => one.Order.CompareTo(other.Order));
        return [.. found.Select(each => (each.Service, each.Belonging))];
    }

    // The names by kind are found once for each signal.
    private static bool Has(Belonging belonging, Signal signal, string[]?[] names)
    {
        if (belonging.Kind is BelongingKind.Tags)
        {
            return belonging.Tags.All(tag =>
                signal.Tags[tag.Key] is { Length: > 0 } value && StarPattern.Matches(tag.Value, value));
        }

        foreach (var name in names[(int)belonging.Kind] ??= [.. SubjectNames.For(signal.Subject, belonging.Kind)])
        {
            if (StarPattern.Matches(belonging.Pattern, name))
                return true;
        }

        return false;
    }
}
