using System.Collections.Immutable;
using Watchkeeper.Services;

namespace Watchkeeper.Configuration.Reading;

/// <summary>Reads the services.</summary>
internal static class ServiceReader
{
    private static readonly ImmutableArray<(string Key, BelongingKind Kind)> Lists =
    [
        ("arns", BelongingKind.Arn), ("auto_scaling_groups", BelongingKind.AutoScalingGroup),
        ("load_balancers", BelongingKind.LoadBalancer), ("databases", BelongingKind.Database), ("queues", BelongingKind.Queue),
        ("names", BelongingKind.Name),
    ];

    public static Topology Read(ContentPart root)
    {
        var parts = root.List("services");
        if (parts.IsEmpty)
            return Topology.None;
        var services = parts.Select(Service).ToImmutableArray();
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (services.FirstOrDefault(service => !names.Add(service.Name)) is { } twice)
            throw parts[0].Refuse($"shares its name with another: {twice.Name}");
        return new Topology(services);
    }

    private static Service Service(ContentPart part) => new()
    {
        Name = part.Required("name"),
        Owner = part.Text("owner") ?? "",
        DependsOn = part.Texts("depends_on"),
        Belongings =
        [
            .. Lists.SelectMany(list => part.Texts(list.Key), (list, pattern) => new Belonging(list.Kind, pattern)),
            .. Tags(part),
        ],
    };

    private static IEnumerable<Belonging> Tags(ContentPart part)
    {
        var tags = part.Members("tags").Select(tag => KeyValuePair.Create(tag.Key, tag.Value.AsText())).ToImmutableArray();
        return tags.IsEmpty ? [] : [new Belonging(BelongingKind.Tags, "") { Tags = tags }];
    }
}
