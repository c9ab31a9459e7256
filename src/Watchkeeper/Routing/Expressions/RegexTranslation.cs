namespace Watchkeeper.Routing.Expressions;

/// <summary>An expression for the library.</summary>
/// <param name="Pattern">The expression, anchored at both ends.</param>
/// <param name="Alphabet">How values are written for it.</param>
internal sealed record RegexTranslation(string Pattern, UnitAlphabet Alphabet);
