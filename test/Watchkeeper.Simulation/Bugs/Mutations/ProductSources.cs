using System.Collections.Immutable;

namespace Watchkeeper.Simulation.Bugs.Mutations;

/// <summary>The product's sources, read once, in which members are found by name.</summary>
internal sealed class ProductSources(IEnumerable<SourceFile> files)
{
    private readonly ImmutableArray<SourceType> types = [.. files.SelectMany(SourceType.From)];

    /// <summary>Reads every source file under the <c>src</c> of a folder.</summary>
    public static ProductSources Read(string root) => new(
        from path in Directory.EnumerateFiles(Path.Combine(root, "src"), "*.cs", SearchOption.AllDirectories)
        let parts = Path.GetRelativePath(root, path).Split(Path.DirectorySeparatorChar)
        where !parts.Contains("bin", StringComparer.Ordinal) && !parts.Contains("obj", StringComparer.Ordinal)
        orderby path
        select new SourceFile(string.Join('/', parts), File.ReadAllText(path)));

    /// <summary>The members that a path names: several if the member is overloaded.</summary>
    /// <exception cref="MutationException">No member matches, or the type's name is ambiguous.</exception>
    public ImmutableArray<SourceMember> Find(MemberPath path)
    {
        var declarations = Declarations(path);
        var members = declarations.SelectMany(type => type.Members).ToList();
        var named = members.Where(member => member.Name == path.Member).ToList();
        if (named.Count == 0)
        {
            throw new MutationException(
                $"{declarations[0]} has no member {path.Member}; it has {Several(members.Select(member => member.Name))}");
        }

        var found = named.Where(member => member.Takes(path.Parameters)).ToImmutableArray();
        return found.IsEmpty
            ? throw new MutationException(
                $"no overload takes ({path.Parameters}); there is {Several(named.Select(member => $"({member.Types})"))}")
            : found;
    }

    private List<SourceType> Declarations(MemberPath path)
    {
        var found = types.Where(type => type.IsCalled(path.Type)).ToList();
        if (found.Count == 0)
            throw new MutationException($"src has no type {path.Type}{Instead(path)}");
        var isOne = found.Count == 1 || found.All(type => type.IsPartial && type.FullName == found[0].FullName);
        return isOne
            ? found
            : throw new MutationException(
                $"{path.Type} is the name of several types; write more of the one that is meant: {Several(found)}");
    }

    // Suggests the type's new name, or its full name if the short one is ambiguous.
    private string Instead(MemberPath path)
    {
        var name = $".{path.Type.Split('.')[^1]}";
        var namesakes = types.Where(type => $".{type.Name}".EndsWith(name, StringComparison.Ordinal)).ToList();
        return namesakes.Count > 0
            ? $", but {Several(namesakes)}"
            : $"; a member {path.Member} is in {Several(types.Where(type => type.Has(path.Member)))}";
    }

    private static string Several(IEnumerable<object> names) =>
        string.Join(", ", names.Select(name => $"{name}").Distinct(StringComparer.Ordinal).DefaultIfEmpty("none"));
}
