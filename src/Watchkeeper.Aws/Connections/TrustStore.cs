namespace Watchkeeper.Aws.Connections;

/// <summary>Whose certificates are trusted on the way to AWS.</summary>
public enum TrustStore
{
    /// <summary>Amazon's own roots alone, under which every public endpoint of AWS answers; by far the fastest start.</summary>
    Amazon,

    /// <summary>The system's store, for partitions, proxies and emulators that need it.</summary>
    System,
}
