using System.Collections.Immutable;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace Watchkeeper.Architecture.Tests;

/// <summary>A type of one room uses a type of another.</summary>
/// <param name="From">The room of the type that uses.</param>
/// <param name="To">The room of the type that is used.</param>
/// <param name="Origin">The type that uses.</param>
/// <param name="Target">The type that is used.</param>
internal sealed record Arrow(string From, string To, string Origin, string Target)
{
    private const string Prefix = "Watchkeeper.";

    /// <summary>The product's projects, each of which uses those before it.</summary>
    public static ImmutableArray<string> Projects { get; } =
        ["Watchkeeper", "Watchkeeper.Aws", "Watchkeeper.Functions", "Watchkeeper.Cli"];

    /// <summary>All arrows between the rooms of the product, read from its compiled code.</summary>
    public static ImmutableArray<Arrow> OfTheHouse { get; } = Read();

    /// <summary>The name by which Rooms.txt lists a namespace; null if the namespace is not the product's.</summary>
    public static string? RoomOf(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : null;

    private static ImmutableArray<Arrow> Read()
    {
        var house = new ArchLoader().LoadAssemblies([.. Projects.Select(AssemblyOf)]).Build();
        return
        [
            .. from type in house.Types
               from dependency in type.Dependencies
               where dependency.Target is not GenericParameter
               let user = RoomOf(type.Namespace?.FullName ?? "")
               let used = RoomOf(dependency.Target.Namespace?.FullName ?? "")
               where user is not null && used is not null && !string.Equals(user, used, StringComparison.Ordinal)
               select new Arrow(user, used, type.Name, dependency.Target.Name),
        ];
    }

    // Lambda requires an executable of this name.
    private static System.Reflection.Assembly AssemblyOf(string project) =>
        System.Reflection.Assembly.Load(project is "Watchkeeper.Functions" ? "bootstrap" : project);
}
