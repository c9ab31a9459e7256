using System.Collections.Immutable;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Services;

/// <summary>The application's services, and which of them a subject belongs to.</summary>
public sealed class Topology
{
    /// <summary>The label with the owner of a subject's service.</summary>
    public const string Owner = "owner";

    private readonly ImmutableArray<(Service Service, Belonging Belonging)> belongings;
    private readonly ImmutableDictionary<string, Service> named;

    /// <summary>Creates the topology.</summary>
    /// <param name="services">The services, each with a name of its own.</param>
    public Topology(ImmutableArray<Service> services)
    {
        Services = services;
        named = services.ToImmutableDictionary(service => service.Name, StringComparer.Ordinal);
        belongings =
        [
            .. services.SelectMany(service => service.Belongings, (service, belonging) => (service, belonging))
                .OrderByDescending(each => each.belonging.Specificity.IsExact)
                .ThenByDescending(each => each.belonging.Specificity.Literals)
                .ThenBy(each => each.belonging.Kind),
        ];
    }

    /// <summary>No services: subjects keep the service that their source names.</summary>
    public static Topology None { get; } = new([]);

    /// <summary>The services.</summary>
    public ImmutableArray<Service> Services { get; }

    /// <summary>The service of this name; null if there is none.</summary>
    public Service? Find(string name) => named.GetValueOrDefault(name);

    /// <summary>The service that a signal's subject belongs to; null for none. The most specific belonging decides.</summary>
    public Service? ServiceOf(Signal signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        foreach (var (service, belonging) in belongings)
        {
            if (Has(belonging, signal))
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

    private static bool Has(Belonging belonging, Signal signal)
    {
        if (belonging.Kind is BelongingKind.Tags)
        {
            return belonging.Tags.All(tag =>
                signal.Tags[tag.Key] is { Length: > 0 } value && StarPattern.Matches(tag.Value, value));
        }

        foreach (var name in SubjectNames.For(signal.Subject, belonging.Kind))
        {
            if (StarPattern.Matches(belonging.Pattern, name))
                return true;
        }

        return false;
    }
}
