namespace Watchkeeper.Counting;

/// <summary>Where an event stands to its threshold.</summary>
public enum CountStanding
{
    /// <summary>No window with the event holds enough.</summary>
    Below,

    /// <summary>A window with the event holds enough, and no event within a window's length was told so before.</summary>
    Crossed,

    /// <summary>A window with the event holds enough, and an event near it was told so before.</summary>
    Repeated,
}
