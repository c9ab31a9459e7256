namespace Watchkeeper.Muting;

/// <summary>What somebody says of a silence.</summary>
public enum SilenceField
{
    /// <summary>What is quiet.</summary>
    Matchers,

    /// <summary>That every incident is meant.</summary>
    Everything,

    /// <summary>From when.</summary>
    From,

    /// <summary>How long.</summary>
    For,

    /// <summary>Until when.</summary>
    Until,

    /// <summary>Who wants it.</summary>
    By,

    /// <summary>Why.</summary>
    Reason,
}

/// <summary>What is wrong with a wanted silence, or doubtful.</summary>
/// <param name="Field">Where.</param>
/// <param name="Reason">What is wrong and what to do; one line that goes on after the field's name.</param>
public sealed record SilenceProblem(SilenceField Field, string Reason);
