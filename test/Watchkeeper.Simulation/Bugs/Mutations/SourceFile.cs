using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Watchkeeper.Simulation.Bugs.Mutations;

/// <summary>A file of the product's sources.</summary>
/// <param name="Path">Its path, relative to the repository's root.</param>
/// <param name="Text">What is in it.</param>
internal sealed record SourceFile(string Path, string Text)
{
    /// <summary>The language as the product's own compiler knows it.</summary>
    public static readonly CSharpParseOptions Options = new(LanguageVersion.Preview);

    private readonly SyntaxTree tree = CSharpSyntaxTree.ParseText(Text, Options, Path);

    /// <summary>The whole file.</summary>
    public CompilationUnitSyntax Root => (CompilationUnitSyntax)tree.GetRoot();

    /// <summary>Whether the compiler can make sense of it, apart from what the names in it mean.</summary>
    public bool IsWellFormed => !tree.GetDiagnostics().Any(IsError);

    /// <summary>Whether the compiler would refuse the code.</summary>
    public static bool IsError(Diagnostic found) => found.Severity is DiagnosticSeverity.Error;

    /// <summary>A place in it for people: <c>src/File.cs:12</c>.</summary>
    public string At(int position) =>
        FormattableString.Invariant($"{Path}:{tree.GetText().Lines.GetLinePosition(position).Line + 1}");
}
