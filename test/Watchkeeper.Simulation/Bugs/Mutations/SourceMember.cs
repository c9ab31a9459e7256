using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Watchkeeper.Simulation.Bugs.Mutations;

/// <summary>A member of one of the product's types.</summary>
/// <param name="Name">Its name; a constructor is <c>ctor</c>, an indexer <c>this</c>.</param>
/// <param name="File">The file that declares it.</param>
/// <param name="Span">Its place in the file, without the comment before it.</param>
/// <param name="Parameters">The types of its parameters; null if it has none.</param>
internal sealed record SourceMember(string Name, SourceFile File, TextSpan Span, ParameterListSyntax? Parameters)
{
    /// <summary>Its code.</summary>
    public Fragment Code => Fragment.Parse(File.Text.Substring(Span.Start, Span.Length));

    /// <summary>The types of its parameters, as <see cref="MemberPath"/> writes them.</summary>
    public string Types => string.Join(',', Parameters?.Parameters.Select(each => Fragment.CodeOf(each.Type)) ?? []);

    /// <summary>Whether this is the wanted overload.</summary>
    /// <param name="wanted">A number of parameters, or their types.</param>
    public bool Takes(string? wanted) =>
        wanted is null
        || Types == wanted
        || wanted == FormattableString.Invariant($"{Parameters?.Parameters.Count ?? 0}");

    /// <summary>The members of a type's declaration.</summary>
    public static IEnumerable<SourceMember> From(SourceFile file, BaseTypeDeclarationSyntax type)
    {
        if (type is EnumDeclarationSyntax list)
            return list.Members.Select(value => new SourceMember(value.Identifier.Text, file, value.Span, null));
        var declaration = (TypeDeclarationSyntax)type;
        return [.. Primary(file, declaration.ParameterList), .. declaration.Members.SelectMany(member => From(file, member))];
    }

    // A primary constructor counts as one constructor, and each of its parameters as a property or field.
    private static IEnumerable<SourceMember> Primary(SourceFile file, ParameterListSyntax? list) => list is null
        ? []
        :
        [
            new SourceMember("ctor", file, list.Span, list),
            .. list.Parameters.Select(each => new SourceMember(each.Identifier.Text, file, each.Span, null)),
        ];

    private static IEnumerable<SourceMember> From(SourceFile file, MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => [new(method.Identifier.Text, file, method.Span, method.ParameterList)],
        ConstructorDeclarationSyntax made => [new("ctor", file, made.Span, made.ParameterList)],
        PropertyDeclarationSyntax property => [new(property.Identifier.Text, file, property.Span, null)],
        IndexerDeclarationSyntax indexer => [new("this", file, indexer.Span, null)],
        BaseFieldDeclarationSyntax fields => fields.Declaration.Variables.Select(
            field => new SourceMember(field.Identifier.Text, file, fields.Span, null)),
        // Extension members belong to the class that declares them.
        ExtensionBlockDeclarationSyntax block => block.Members.SelectMany(inner => From(file, inner)),
        _ => [],
    };
}
