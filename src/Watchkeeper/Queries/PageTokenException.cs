namespace Watchkeeper.Queries;

/// <summary>The token of a page is damaged, or belongs to another question.</summary>
public sealed class PageTokenException()
    : Exception("the page token is damaged or belongs to another question; ask again without it");
