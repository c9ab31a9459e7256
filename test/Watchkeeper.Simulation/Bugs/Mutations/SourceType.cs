using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Watchkeeper.Simulation.Bugs.Mutations;

/// <summary>A declaration of one of the product's types.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name, after those of the types around it.</param>
/// <param name="File">The file in which it stands.</param>
/// <param name="IsPartial">Whether other declarations may belong to it.</param>
/// <param name="Members">The members that stand in it.</param>
internal sealed record SourceType(
    string Namespace, string Name, SourceFile File, bool IsPartial, ImmutableArray<SourceMember> Members)
{
    /// <summary>The name that no other type has.</summary>
    public string FullName => $"{Namespace}.{Name}";

    /// <summary>The types that a file declares.</summary>
    public static IEnumerable<SourceType> Of(SourceFile file) =>
        from type in file.Root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
        where type is not ExtensionBlockDeclarationSyntax
        select new SourceType(
            Joined<BaseNamespaceDeclarationSyntax>(type, space => Fragment.CodeOf(space.Name)),
            Joined<BaseTypeDeclarationSyntax>(type, each => each.Identifier.Text),
            file,
            type.Modifiers.Any(SyntaxKind.PartialKeyword),
            [.. SourceMember.Of(file, type)]);

    /// <summary>Whether a name is this type's, with as much of the namespace before it as is wanted.</summary>
    public bool IsCalled(string name) => name == Name
        || (name.EndsWith($".{Name}", StringComparison.Ordinal) && $".{FullName}".EndsWith($".{name}", StringComparison.Ordinal));

    /// <summary>Whether a member is called so.</summary>
    public bool Has(string member) => Members.Any(each => each.Name == member);

    /// <summary>Its name and file for people.</summary>
    public override string ToString() => $"{FullName} ({File.Path})";

    private static string Joined<T>(SyntaxNode type, Func<T, string> name) =>
        string.Join('.', type.AncestorsAndSelf().OfType<T>().Reverse().Select(name));
}
