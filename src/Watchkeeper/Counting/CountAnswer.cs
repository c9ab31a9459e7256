namespace Watchkeeper.Counting;

/// <summary>The answer about an event that counts towards a threshold.</summary>
/// <param name="Standing">Whether the threshold is reached.</param>
/// <param name="Count">
/// How many events or values the fullest window with the event held then; <see cref="MaxCount"/> stands for that many or more.
/// </param>
public readonly record struct CountAnswer(CountStanding Standing, int Count)
{
    /// <summary>The greatest count that is told apart.</summary>
    public const int MaxCount = 255;

    /// <summary>Whether the event is an act.</summary>
    public bool IsReached => Standing is not CountStanding.Below;
}
