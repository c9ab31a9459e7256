namespace Watchkeeper.Reactions;

/// <summary>How far a reaction may go.</summary>
public enum ReactionMode
{
    /// <summary>It is not even planned.</summary>
    Off,

    /// <summary>It is planned, guarded, recorded and told, and not carried out. The default.</summary>
    DryRun,

    /// <summary>It is carried out.</summary>
    Auto,
}
