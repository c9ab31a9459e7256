namespace Watchkeeper.Cli.Describing;

/// <summary>What coverage is asked of.</summary>
internal enum CoverageBy
{
    /// <summary>Techniques of MITRE ATT&amp;CK.</summary>
    Technique,

    /// <summary>Controls of the CIS AWS Foundations Benchmark v3.0.0.</summary>
    Control,

    /// <summary>Services, by their event sources.</summary>
    Service,
}
