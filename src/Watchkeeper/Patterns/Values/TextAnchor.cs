namespace Watchkeeper.Patterns.Values;

/// <summary>Which part of a value a text has to be.</summary>
internal enum TextAnchor
{
    Whole,
    Start,
    End,
}
