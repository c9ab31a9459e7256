namespace Watchkeeper.Patterns.Values;

/// <summary>The part of a value that a text must equal.</summary>
internal enum TextAnchor
{
    Whole,
    Start,
    End,
}
