using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Watchkeeper.Simulation.Bugs.Mutations;

/// <summary>A declaration of one of the product's types.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name, after the names of the types around it.</param>
/// <param name="File">The file that declares it.</param>
/// <param name="IsPartial">Whether the type may have further declarations.</param>
/// <param name="Members">The members of this declaration.</param>
internal sealed record SourceType(
    string Namespace, string Name, SourceFile File, bool IsPartial, ImmutableArray<SourceMember> Members)
{
    /// <summary>The unambiguous name.</summary>
    public string FullName => $"{Namespace}.{Name}";

    /// <summary>The types that a file declares.</summary>
    public static IEnumerable<SourceType> From(SourceFile file) =>
        from type in file.Root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
        where type is not ExtensionBlockDeclarationSyntax
        select new SourceType(
            Joined<BaseNamespaceDeclarationSyntax>(type, space => Fragment.CodeOf(space.Name)),
            Joined<BaseTypeDeclarationSyntax>(type, each => each.Identifier.Text),
            file,
            type.Modifiers.Any(SyntaxKind.PartialKeyword),
            [.. SourceMember.From(file, type)]);

    /// <summary>Whether a name means this type; it may begin with the end of the namespace.</summary>
    public bool IsCalled(string name) => name == Name
        || (name.EndsWith($".{Name}", StringComparison.Ordinal) && $".{FullName}".EndsWith($".{name}", StringComparison.Ordinal));

    /// <summary>Whether the type has a member of that name.</summary>
    public bool Has(string member) => Members.Any(each => each.Name == member);

    /// <summary>Its name and file, for messages.</summary>
    public override string ToString() => $"{FullName} ({File.Path})";

    private static string Joined<T>(SyntaxNode type, Func<T, string> name) =>
        string.Join('.', type.AncestorsAndSelf().OfType<T>().Reverse().Select(name));
}
