namespace Watchkeeper.Reactions;

/// <summary>What reactions may do.</summary>
public enum ReactionMode
{
    /// <summary>Reactions are not planned.</summary>
    Off,

    /// <summary>Reactions are planned, guarded, recorded and reported, but not carried out. The default.</summary>
    DryRun,

    /// <summary>Reactions are carried out.</summary>
    Auto,
}
