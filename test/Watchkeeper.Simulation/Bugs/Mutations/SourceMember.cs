using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Watchkeeper.Simulation.Bugs.Mutations;

/// <summary>A member of one of the product's types.</summary>
/// <param name="Name">Its name; a constructor is <c>ctor</c>, an indexer <c>this</c>.</param>
/// <param name="File">The file in which it stands.</param>
/// <param name="Span">Where it stands there, without the comment before it.</param>
/// <param name="Parameters">The types of its parameters; null where it has none to tell it from others.</param>
internal sealed record SourceMember(string Name, SourceFile File, TextSpan Span, ParameterListSyntax? Parameters)
{
    /// <summary>Its code.</summary>
    public Fragment Code => Fragment.Parse(File.Text.Substring(Span.Start, Span.Length));

    /// <summary>The types of its parameters, as <see cref="MemberPath"/> writes them.</summary>
    public string Types => string.Join(',', Parameters?.Parameters.Select(each => Fragment.CodeOf(each.Type)) ?? []);

    /// <summary>Whether it is the overload that is asked for.</summary>
    /// <param name="wanted">A number of parameters, or their types.</param>
    public bool Takes(string? wanted) =>
        wanted is null
        || Types == wanted
        || wanted == FormattableString.Invariant($"{Parameters?.Parameters.Count ?? 0}");

    /// <summary>The members that a declaration of a type makes.</summary>
    public static IEnumerable<SourceMember> Of(SourceFile file, BaseTypeDeclarationSyntax type)
    {
        if (type is EnumDeclarationSyntax list)
            return list.Members.Select(value => new SourceMember(value.Identifier.Text, file, value.Span, null));
        var declaration = (TypeDeclarationSyntax)type;
        return [.. Primary(file, declaration.ParameterList), .. declaration.Members.SelectMany(member => Of(file, member))];
    }

    // The parameters of a record or class are a constructor together, and a property or field each.
    private static IEnumerable<SourceMember> Primary(SourceFile file, ParameterListSyntax? list) => list is null
        ? []
        :
        [
            new SourceMember("ctor", file, list.Span, list),
            .. list.Parameters.Select(each => new SourceMember(each.Identifier.Text, file, each.Span, null)),
        ];

    private static IEnumerable<SourceMember> Of(SourceFile file, MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => [new(method.Identifier.Text, file, method.Span, method.ParameterList)],
        ConstructorDeclarationSyntax made => [new("ctor", file, made.Span, made.ParameterList)],
        PropertyDeclarationSyntax property => [new(property.Identifier.Text, file, property.Span, null)],
        IndexerDeclarationSyntax indexer => [new("this", file, indexer.Span, null)],
        BaseFieldDeclarationSyntax fields => fields.Declaration.Variables.Select(
            field => new SourceMember(field.Identifier.Text, file, fields.Span, null)),
        // What extends another type belongs to the class that it stands in.
        ExtensionBlockDeclarationSyntax block => block.Members.SelectMany(inner => Of(file, inner)),
        _ => [],
    };
}
